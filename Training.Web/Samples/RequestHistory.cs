using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Approvals;
using Training.Domain.Enrolments;
using Training.Domain.Inbox;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Web.Samples;

/// <summary>
/// What the sample school's inbox, waiting lists and charges show: an employer who is written to for each request, a late withdrawal that
/// is charged, one whose colleague took over, and somebody whose employer is not known yet.
/// </summary>
public sealed class RequestHistory(IServiceProvider services, HistoricTime time, HistoricActor actor)
{
    /// <param name="upcoming">A session that has begun neither then nor now, with enrolments of several employers.</param>
    public async Task WriteAsync(DateOnly asOf, SessionId upcoming, CancellationToken ct)
    {
        var clock = services.GetRequiredService<OfficeClock>();
        time.MoveTo(clock.MomentOf(asOf.AddDays(-3), new(9, 0)));
        actor.Become("Secrétariat");
        await ArrangeAsync(ct);
        await UseAsync<TellUnknownEmployer, UnknownEmployerId>(use => use.HandleAsync(
            new(new UnknownEmployerFacts("Les Ateliers du Canal asbl", "Imane", "Lambrechts", "imane.lambrechts@ateliers-canal.example.org", CorrespondenceLanguage.Fr, upcoming)), ct));
        await WithdrawAsync(clock, ct);
    }

    // The first employer writes to its approver for each request, and to another colleague when nobody has answered.
    private async Task ArrangeAsync(CancellationToken ct)
    {
        var (organisation, approver, other) = await ReadAsync(async db =>
        {
            var employer = await db.Organisations.SingleAsync(o => o.Code == "ASBL-01", ct);
            var staff = await db.People.Where(p => db.Employments.Any(e => e.PersonId == p.Id && e.OrganisationId == employer.Id) && p.Email != null)
                .OrderBy(p => p.Email).Select(p => new { p.Id, p.Email }).ToListAsync(ct);
            return (employer.Id, staff.Single(p => p.Email!.StartsWith("elodie.peeters", StringComparison.Ordinal)).Id, staff[0].Id);
        });
        await UseAsync<ArrangeEmployer, Outcome<Done>>(use => use.HandleAsync(
            new(organisation, new EmployerSettingsFacts(approver, other, BillingEntity: null, OrderNumber: "BC-2026-014")), ct));
    }

    // The next session that is too near to be left for free: one gives up and is charged, another hands the seat over.
    private async Task WithdrawAsync(OfficeClock clock, CancellationToken ct)
    {
        var late = await ReadAsync(async db =>
        {
            var deadlines = await EnrolmentDeadlines.LoadAsync(db, clock, ct);
            var seated = await (
                from enrolment in db.Enrolments.AsNoTracking()
                join session in db.Sessions on enrolment.SessionId equals session.Id
                where enrolment.Status == EnrolmentStatus.Confirmed && session.FirstDay > clock.Today
                orderby session.FirstDay, enrolment.RequestedAt, enrolment.Id
                select new { enrolment, session }).ToListAsync(ct);
            return seated.Where(row => clock.Today > deadlines.LastFreeDay(row.session, row.enrolment.RequestedAt)).Select(row => row.enrolment).Take(2).ToList();
        });
        foreach (var enrolment in late)
            await UseAsync<WithdrawEnrolment, Outcome<EnrolmentStatus>>(use => use.HandleAsync(new(enrolment.Id, null, Reader.WholeSchool), ct));
        if (late is not [_, var replaced])
            return;

        var colleague = await ReadAsync(db => db.Employments
            .Where(e => e.OrganisationId == replaced.OrganisationId && e.End == null && !db.Enrolments.Any(other => other.PersonId == e.PersonId))
            .OrderBy(e => e.PersonId).Select(e => (PersonId?)e.PersonId).FirstOrDefaultAsync(ct));
        if (colleague is { } who)
            await UseAsync<ReplaceParticipant, Outcome<EnrolmentId>>(use => use.HandleAsync(new(replaced.Id, who, Reader.WholeSchool, new Decider(null), null, UseTimeRelease: false), ct));
    }

    private async Task<T> ReadAsync<T>(Func<TrainingDbContext, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TrainingDbContext>());
    }

    private async Task<TResult> UseAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> use) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
