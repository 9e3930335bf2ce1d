using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>A session as somebody who wants to come sees it: can I, for which employer, and what does it take of my hours.</summary>
/// <param name="HeldUntil">The last day on which the seat or rank waits for the employer.</param>
public sealed record AskPage(SessionHeading Session, IReadOnlyList<AskPage.Employer> Employers, AskForm Form, DateOnly HeldUntil, DateOnly LastFreeDay)
{
    public Refusal? Refusal { get; init; }

    /// <summary>The employer chosen, or the only one.</summary>
    public Employer? Chosen => Employers.FirstOrDefault(employer => employer.Id.Value == Form.Organisation) ?? (Employers.Count == 1 ? Employers[0] : null);

    public sealed record Employer(OrganisationId Id, LocalizedText Name, EnrolmentForecast Forecast)
    {
        /// <summary>Under no scheme that fits.</summary>
        public bool LacksHours => Forecast.Obstacle is Domain.TimeRelease.NotEnoughTimeRelease && !Forecast.FitsUnderAnother;

        public bool CanAsk => Forecast.Obstacle is null or Domain.TimeRelease.NotEnoughTimeRelease;
    }

    public static async Task<AskPage> FindAsync(
        TrainingDbContext db, OfficeClock clock, EnrolmentForecasts forecasts, string code, PersonId self, AskForm form, CancellationToken ct)
    {
        var wanted = code.AsCode();
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Code == wanted && s.FirstDay != null).OneAsync(ct);
        var day = session.FirstDay!.Value;
        var person = await db.People.AsNoTracking().Where(p => p.Id == self).OneAsync(ct);
        var organisations = await db.Organisations.AsNoTracking()
            .Where(o => db.Employments.Any(e => e.PersonId == self && e.OrganisationId == o.Id && e.Start <= day && (e.End == null || e.End >= day)))
            .OrderBy(o => o.Code).ToListAsync(ct);
        var employers = new List<Employer>();
        foreach (var organisation in organisations)
            employers.Add(new Employer(organisation.Id, organisation.Name, (await forecasts.OfAsync(session, organisation.Id, [person], ct))[0]));

        var deadlines = await EnrolmentDeadlines.LoadAsync(db, clock, ct);
        return new AskPage(
            await SessionHeading.FindAsync(db, session, ct), employers, form, clock.DateOn(deadlines.HeldUntil(session).AddTicks(-1)),
            deadlines.LastFreeDay(session, clock.Now));
    }
}
