using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.TimeRelease;

/// <summary>
/// Writes down the year's credit of everybody whose employer has adopted a cap, and what a change of hours, a hire or a leave makes
/// different in it. Without it an account begins with its first reservation. Doing it again adds only what has changed.
/// </summary>
public sealed class OpenAccounts(TrainingDbContext db, OfficeClock clock, TimeReleaseAccounts accounts, RecordByRecord each)
{
    /// <param name="Day">A day of the year to open; today when left out.</param>
    public sealed record Request(OrganisationId? Organisation = null, DateOnly? Day = null);

    /// <returns>How many lines were added.</returns>
    public async Task<int> HandleAsync(Request request, CancellationToken ct)
    {
        var day = request.Day ?? clock.Today;
        var employers = await db.SchemeAdoptions.AsNoTracking()
            .Where(a => a.Scheme == Schemes.GecoLocal && (request.Organisation == null || a.OrganisationId == request.Organisation))
            .Select(a => a.OrganisationId).Distinct().ToListAsync(ct);
        return await each.SumAsync(employers, employer => $"organisation {employer.Value}", async employer =>
        {
            var (first, last) = (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31));
            var people = await db.Employments.AsNoTracking()
                .Where(e => e.OrganisationId == employer && e.FundingStatus != FundingStatus.NotGeco && e.StaffCategory != StaffCategory.Volunteer
                    && e.Start <= last && (e.End == null || e.End >= first))
                .Select(e => e.PersonId).Distinct().ToListAsync(ct);
            await accounts.OpenAsync([.. people.Select(person => (person, Schemes.GecoLocal))], employer, day, ct);
            var added = db.ChangeTracker.Entries<LedgerEntry>().Count(entry => entry.State == EntityState.Added);
            return await db.TrySaveAsync(ct) ? added : 0;
        });
    }
}
