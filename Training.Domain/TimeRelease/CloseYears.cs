using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.TimeRelease;

/// <summary>
/// Closes the accounts of years that are over: what may move to the next year moves, the rest expires. An account with minutes that
/// are still set aside waits until they are settled. Doing it again closes only what is still open.
/// </summary>
public sealed class CloseYears(TrainingDbContext db, OfficeClock clock, ICurrentActor current, TimeReleaseAccounts accounts, RecordByRecord each)
{
    public sealed record Request(OrganisationId? Organisation = null);

    public sealed record Report(int Closed, int Waiting);

    public async Task<Outcome<Report>> HandleAsync(Request request, CancellationToken ct)
    {
        var parameters = await db.ParameterBookAsync(ct);
        var open = await db.TimeReleaseAccounts.AsNoTracking()
            .Where(a => !a.IsClosed && a.Year < clock.Today.Year && (request.Organisation == null || a.OrganisationId == request.Organisation))
            .OrderBy(a => a.OrganisationId).ThenBy(a => a.PersonId).ThenBy(a => a.Year)
            .Select(a => new { a.Id, a.OrganisationId, a.Scheme, a.Year }).ToListAsync(ct);
        var ended = open.Where(a => YearOf(a.Scheme, a.Year, parameters).Last < clock.Today).ToList();
        // Each account is a transaction of its own: a crash leaves whole accounts behind, and the next run takes the others.
        var closed = await each.SumAsync(ended, account => $"account {account.Id.Value}", async account => await CloseAsync(account.Id, parameters, ct) ? 1 : 0);

        db.ChangeTracker.Clear();
        foreach (var year in ended.GroupBy(a => (a.OrganisationId, a.Scheme, a.Year)).Select(group => group.Key))
        {
            if (!await IsMarkedAsync(year.OrganisationId, year.Scheme, year.Year, ct))
                db.Add(new YearMark(year.OrganisationId, year.Scheme, year.Year, YearStep.Closed, current.Actor.Name, clock.Now));
        }

        await db.SaveChangesAsync(ct);
        return new Report(closed, ended.Count - closed);
    }

    private async Task<bool> CloseAsync(TimeReleaseAccountId id, ParameterBook parameters, CancellationToken ct)
    {
        var account = await db.TimeReleaseAccounts.Where(a => a.Id == id).OneAsync(ct);
        if (account.ReservedMinutes > 0 || account.IsClosed)
            return false;

        var year = YearOf(account.Scheme, account.Year, parameters);
        var rule = SchemeRules.CarryOverOf(account.Scheme, year, account.OrganisationId, parameters);
        var cause = new LedgerCauseOf(LedgerCause.YearClosed, account.Id.Value, null, current.Actor.Name, clock.Now, Rows: rule.Rows);
        var next = year.Last.AddDays(1);
        var moves = account.Close(await WorksThereAsync(account, next, ct) ? rule.Fraction : 0, cause);
        if (moves > 0)
            (await accounts.OpenAsync(account.PersonId, account.OrganisationId, account.Scheme, next, ct)).CarryIn(moves, cause);
        return await db.TrySaveAsync(ct);
    }

    private Task<bool> WorksThereAsync(TimeReleaseAccount account, DateOnly day, CancellationToken ct) => db.Employments.AnyAsync(
        e => e.PersonId == account.PersonId && e.OrganisationId == account.OrganisationId && e.Start <= day && (e.End == null || e.End >= day), ct);

    private async Task<bool> IsMarkedAsync(OrganisationId organisation, string scheme, int year, CancellationToken ct) =>
        await db.YearMarks.Where(m => m.OrganisationId == organisation && m.Scheme == scheme && m.Year == year)
            .OrderByDescending(m => m.RecordedAt).ThenByDescending(m => m.Id).Select(m => (YearStep?)m.Step).FirstOrDefaultAsync(ct) == YearStep.Closed;

    private static TimeReleaseYear YearOf(string scheme, int year, ParameterBook parameters) =>
        TimeReleaseYear.Of(scheme, new DateOnly(year, 12, 31), parameters);
}
