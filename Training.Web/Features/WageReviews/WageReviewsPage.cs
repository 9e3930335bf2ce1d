using Microsoft.EntityFrameworkCore;
using Training.Domain.Funding;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.WageReviews;

/// <summary>Minutes that two sources would pay as wage, waiting for a manager, and the latest that were decided.</summary>
/// <param name="Open">Everything that waits.</param>
/// <param name="Found">Of that, what the filter lets through.</param>
public sealed record WageReviewsPage(
    WageReviewsFilter Filter, IReadOnlyList<WageReviewsPage.Line> Open, IReadOnlyList<WageReviewsPage.Line> Found, IReadOnlyList<WageReviewsPage.Decided> Lately)
{
    private const int PageSize = 50;
    private const int LatelyShown = 50;

    public WageReviewsForm? Typed { get; init; }

    /// <summary>Why nothing, or not all, was decided.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    public int PageCount => Pager.CountOf(Found.Count, PageSize);

    public int Number => Math.Clamp(Filter.Page, 1, PageCount);

    public IEnumerable<Line> Shown => Found.Skip((Number - 1) * PageSize).Take(PageSize);

    /// <summary>What can be decided of at least one.</summary>
    public IEnumerable<ReviewVerdict> Verdicts => Enum.GetValues<ReviewVerdict>().Where(verdict => verdict != ReviewVerdict.AcceptedBeside || Found.Any(line => line.FitsBeside));

    /// <param name="Paid">Minutes that all sources pay there already.</param>
    public sealed record Line(
        Guid Id, string Grant, string Session, Guid PersonId, string Person, DateOnly Date, TimeOnly Start, TimeOnly End, int Minutes, int Attended, int Paid, IReadOnlyList<string> PaidBy, string? Reason)
    {
        public string Sources => $"{Grant} / {string.Join(", ", PaidBy)}";

        public bool FitsBeside => Paid + Minutes <= Attended;
    }

    public sealed record Decided(
        string Grant, string Session, string Person, DateOnly Date, TimeOnly Start, TimeOnly End, int Minutes, ReviewVerdict Verdict, string Reason, string By, DateTimeOffset At);

    public static async Task<WageReviewsPage> FindAsync(TrainingDbContext db, WageReviewsFilter filter, CancellationToken ct)
    {
        var open = await OpenAsync(db, ct);
        return new WageReviewsPage(filter, open, [.. open.Where(filter.Lets)], await LatelyAsync(db, ct));
    }

    private static async Task<IReadOnlyList<Line>> OpenAsync(TrainingDbContext db, CancellationToken ct)
    {
        var rows = await (
            from review in db.AllocationReviews.AsNoTracking()
            join grant in db.Grants on review.GrantId equals grant.Id
            join slot in db.TeachingSlots on review.SlotId equals slot.Id
            join session in db.Sessions on slot.SessionId equals session.Id
            join enrolment in db.Enrolments on review.EnrolmentId equals enrolment.Id
            join person in db.People on enrolment.PersonId equals person.Id
            where !db.AllocationDecisions.Any(decision => decision.ReviewId == review.Id)
            orderby person.LastName, person.FirstName, slot.Date, slot.Start, review.Id
            select new { Review = review, Grant = grant.Code, Session = session.Code, PersonId = person.Id, Person = person.FirstName + " " + person.LastName, slot.Date, slot.Start, slot.End }).ToListAsync(ct);
        var (enrolments, slots) = (rows.Select(r => r.Review.EnrolmentId).Distinct().ToList(), rows.Select(r => r.Review.SlotId).Distinct().ToList());
        var attended = await db.AttendanceMarks.AsNoTracking().Where(m => enrolments.Contains(m.EnrolmentId) && slots.Contains(m.SlotId) && m.SupersededAt == null)
            .ToDictionaryAsync(m => (m.EnrolmentId, m.SlotId), m => m.AttendedMinutes, ct);
        var shares = await GrantShares.AtAsync(db, enrolments, slots, ct);
        var codes = await db.Grants.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Code, ct);
        return [.. rows.Select(r => new Line(
            r.Review.Id.Value, r.Grant, r.Session, r.PersonId.Value, r.Person, r.Date, r.Start, r.End, r.Review.Minutes, attended.GetValueOrDefault((r.Review.EnrolmentId, r.Review.SlotId)),
            shares.At(r.Review.Place).Sum(share => share.Total),
            [.. shares.At(r.Review.Place).Where(share => share.Grant != r.Review.GrantId && share.Total > 0).Select(share => codes[share.Grant]).Order(StringComparer.Ordinal)], r.Review.Reason))];
    }

    private static async Task<IReadOnlyList<Decided>> LatelyAsync(TrainingDbContext db, CancellationToken ct) => await (
        from decision in db.AllocationDecisions.AsNoTracking().OrderByDescending(d => d.RecordedAt).ThenByDescending(d => d.Id).Take(LatelyShown)
        join review in db.AllocationReviews on decision.ReviewId equals review.Id
        join grant in db.Grants on review.GrantId equals grant.Id
        join slot in db.TeachingSlots on review.SlotId equals slot.Id
        join session in db.Sessions on slot.SessionId equals session.Id
        join enrolment in db.Enrolments on review.EnrolmentId equals enrolment.Id
        join person in db.People on enrolment.PersonId equals person.Id
        orderby decision.RecordedAt descending, decision.Id descending
        select new Decided(
            grant.Code, session.Code, person.FirstName + " " + person.LastName, slot.Date, slot.Start, slot.End, review.Minutes, decision.Verdict, decision.Reason, decision.RecordedBy,
            decision.RecordedAt)).ToListAsync(ct);
}
