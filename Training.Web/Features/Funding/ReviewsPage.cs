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
                Attended = db.AttendanceMarks.Where(m => m.EnrolmentId == review.EnrolmentId && m.SlotId == review.SlotId && m.SupersededAt == null).Sum(m => m.AttendedMinutes),
                PaidBy = db.Grants.Where(g => g.Id != grant.Id
                    && db.AllocationLines.Where(l => l.GrantId == g.Id && l.EnrolmentId == review.EnrolmentId && l.SlotId == review.SlotId && l.Basis == review.Basis).Sum(l => l.Minutes) > 0)
                    .Select(g => g.Code).ToList(),
                Decision = db.AllocationDecisions.FirstOrDefault(d => d.ReviewId == review.Id),
            }).ToListAsync(ct);

        return new ReviewsPage(
            [.. rows.Where(r => r.Decision is null).Take(MaxShown).Select(r => new Line(
                r.Review.Id.Value, r.Grant, r.Session, r.Person, r.Date, r.Review.Minutes, r.Attended, r.PaidBy, r.Review.Reason, r.Review.RecordedAt))],
            [.. rows.Where(r => r.Decision is not null).OrderByDescending(r => r.Decision!.RecordedAt).Take(MaxShown).Select(r => new Decided(
                r.Grant, r.Person, r.Date, r.Review.Minutes, r.Decision!.Verdict, r.Decision.Reason, r.Decision.RecordedBy, r.Decision.RecordedAt))]);
    }
}
