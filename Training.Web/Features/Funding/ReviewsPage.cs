using Microsoft.EntityFrameworkCore;
using Training.Domain.Funding;
using Training.Domain.Persistence;

namespace Training.Web.Features.Funding;

/// <summary>Minutes that two sources would pay as wage, waiting for a manager, and the latest that were decided.</summary>
public sealed record ReviewsPage(IReadOnlyList<ReviewsPage.Line> Open, IReadOnlyList<ReviewsPage.Decided> Lately)
{
    private const int MaxShown = 200;

    public Guid? Refused { get; init; }

    public string? Typed { get; init; }

    public string? Refusal { get; init; }

    public sealed record Line(Guid Id, string Grant, string Session, string Person, DateOnly Date, int Minutes, int Attended, IReadOnlyList<string> PaidBy, string? Reason, DateTimeOffset RecordedAt);

    public sealed record Decided(string Grant, string Person, DateOnly Date, int Minutes, ReviewVerdict Verdict, string Reason, string By, DateTimeOffset At);

    public static async Task<ReviewsPage> FindAsync(TrainingDbContext db, CancellationToken ct)
    {
        var rows = await (
            from review in db.AllocationReviews.AsNoTracking()
            join grant in db.Grants on review.GrantId equals grant.Id
            join slot in db.TeachingSlots on review.SlotId equals slot.Id
            join session in db.Sessions on slot.SessionId equals session.Id
            join enrolment in db.Enrolments on review.EnrolmentId equals enrolment.Id
            join person in db.People on enrolment.PersonId equals person.Id
            orderby review.RecordedAt, review.Id
            select new
            {
                Review = review,
                Grant = grant.Code,
                Session = session.Code,
                Person = person.FirstName + " " + person.LastName,
                slot.Date,
            }).ToListAsync(ct);

        var decisions = await db.AllocationDecisions.AsNoTracking().ToDictionaryAsync(d => d.ReviewId, ct);
        var open = rows.Where(r => !decisions.ContainsKey(r.Review.Id)).Take(MaxShown).ToList();
        var (enrolments, slots) = (open.ConvertAll(r => r.Review.EnrolmentId), open.ConvertAll(r => r.Review.SlotId));
        var attended = (await db.AttendanceMarks.AsNoTracking().Where(m => enrolments.Contains(m.EnrolmentId) && slots.Contains(m.SlotId) && m.SupersededAt == null).ToListAsync(ct))
            .ToDictionary(m => (m.EnrolmentId, m.SlotId), m => m.AttendedMinutes);
        var shares = await GrantShares.AtAsync(db, enrolments, slots, ct);
        var codes = await db.Grants.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Code, ct);

        return new ReviewsPage(
            [.. open.Select(r => new Line(
                r.Review.Id.Value, r.Grant, r.Session, r.Person, r.Date, r.Review.Minutes, attended.GetValueOrDefault((r.Review.EnrolmentId, r.Review.SlotId)),
                [.. shares.At(r.Review.Place).Where(share => share.Grant != r.Review.GrantId && share.Total > 0).Select(share => codes[share.Grant])], r.Review.Reason, r.Review.RecordedAt))],
            [.. rows.Where(r => decisions.ContainsKey(r.Review.Id)).Select(r => (Row: r, Decision: decisions[r.Review.Id])).OrderByDescending(r => r.Decision.RecordedAt).Take(MaxShown)
                .Select(r => new Decided(r.Row.Grant, r.Row.Person, r.Row.Date, r.Row.Review.Minutes, r.Decision.Verdict, r.Decision.Reason, r.Decision.RecordedBy, r.Decision.RecordedAt))]);
    }
}
