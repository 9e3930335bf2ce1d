using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>One enrolment: where it stands, what can be done about it, what that would cost, and everything that happened.</summary>
public sealed record EnrolmentPage(
    EnrolmentId Id,
    SessionHeading Session,
    string Person,
    LocalizedText Organisation,
    EnrolmentStatus Status,
    EnrolmentNext Next,
    IReadOnlyList<EnrolmentPage.Step> History,
    EnrolmentPage.Choices May,
    DateOnly LastFreeDay,
    decimal PriceEur,
    IReadOnlyList<EnrolmentPage.Colleague> Colleagues,
    decimal OwedEur,
    string? Scheme)
{
    public Refusal? Refusal { get; init; }

    public EnrolmentActionForm Typed { get; init; } = new();

    /// <summary>What taking over would come to for the colleague who was chosen.</summary>
    public EnrolmentForecast? Ahead { get; init; }

    /// <param name="Costs">A withdrawal now makes the price due.</param>
    public sealed record Choices(bool Withdraw, bool Costs, bool Replace, bool Answer, bool ForTheSchool);

    public sealed record Step(DateTimeOffset At, string By, EnrolmentStatus To, StepCause? Cause, string? Reason, DateTimeOffset? ReceivedAt);

    public sealed record Colleague(PersonId Id, string Name);

    public static async Task<EnrolmentPage> FindAsync(
        TrainingDbContext db, OfficeClock clock, Texts texts, Reader reader, EnrolmentId id, (bool Change, bool Replace, bool ForTheSchool) rights, CancellationToken ct)
    {
        var enrolment = await db.Enrolments.AsNoTracking().Include(e => e.Transitions).VisibleTo(reader with { AsTrainer = null }, db).Where(e => e.Id == id).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Id == enrolment.SessionId).OneAsync(ct);
        var person = await db.People.AsNoTracking().Where(p => p.Id == enrolment.PersonId).OneAsync(ct);
        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == enrolment.OrganisationId).OneAsync(ct);
        var deadlines = await EnrolmentDeadlines.LoadAsync(db, clock, ct);
        var places = await db.PlacesAsync([session.Id], ct);
        var price = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.PriceEur).SingleAsync(ct);
        var lastFreeDay = deadlines.LastFreeDay(session, enrolment.RequestedAt);

        var isLive = !enrolment.MayAskAgain && !enrolment.IsOver && enrolment.Status != EnrolmentStatus.CancelledBySchool;
        var may = new Choices(
            Withdraw: rights.Change && isLive && clock.Today < session.FirstDay,
            Costs: enrolment.Status == EnrolmentStatus.Confirmed && clock.Today > lastFreeDay && price > 0,
            Replace: rights.Replace && (enrolment.SeatKept || (isLive && enrolment.HoldsSeat)) && clock.Today <= session.LastDay,
            Answer: rights.Change && enrolment.Status == EnrolmentStatus.Invited,
            rights.ForTheSchool);
        return new EnrolmentPage(
            enrolment.Id, await SessionHeading.FindAsync(db, session, ct), person.FullName, employer.Name, enrolment.Status,
            EnrolmentNext.Of(enrolment, session, places.GetValueOrDefault(enrolment.Id), deadlines, clock, texts),
            [.. enrolment.Transitions.OrderByDescending(t => t.RecordedAt).ThenByDescending(t => t.Number).Select(t => new Step(t.RecordedAt, t.By, t.To, t.Cause, t.Reason, t.ReceivedAt))],
            may, lastFreeDay, price,
            may.Replace ? await ColleaguesAsync(db, enrolment, session.FirstDay!.Value, ct) : [],
            (await db.ChargeLines.Where(c => c.EnrolmentId == id).Select(c => c.AmountEur).ToListAsync(ct)).Sum(), enrolment.Scheme);
    }

    /// <summary>The same with what was typed, and what it would come to for the colleague chosen.</summary>
    public async Task<EnrolmentPage> WithAsync(EnrolmentActionForm typed, TrainingDbContext db, EnrolmentForecasts forecasts, CancellationToken ct)
    {
        if (Colleagues.FirstOrDefault(colleague => colleague.Id.Value == typed.Colleague) is not { } chosen)
            return this with { Typed = typed };

        var leaving = await db.Enrolments.AsNoTracking().Where(e => e.Id == Id).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Id == leaving.SessionId).OneAsync(ct);
        var person = await db.People.AsNoTracking().Where(p => p.Id == chosen.Id).OneAsync(ct);
        return this with { Typed = typed, Ahead = (await forecasts.OfAsync(session, leaving.OrganisationId, [person], ct))[0] };
    }

    private static async Task<IReadOnlyList<Colleague>> ColleaguesAsync(TrainingDbContext db, Enrolment leaving, DateOnly day, CancellationToken ct) => (await (
        from employment in db.Employments.AsNoTracking()
        join person in db.People on employment.PersonId equals person.Id
        where employment.OrganisationId == leaving.OrganisationId && employment.Start <= day && (employment.End == null || employment.End >= day)
            && !db.Enrolments.Live().Any(e => e.SessionId == leaving.SessionId && e.PersonId == person.Id)
        select new { person.Id, person.FirstName, person.LastName }).Distinct().ToListAsync(ct))
        .OrderBy(p => p.LastName, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.FirstName, StringComparer.CurrentCultureIgnoreCase)
        .Select(p => new Colleague(p.Id, $"{p.FirstName} {p.LastName}")).ToList();
}
