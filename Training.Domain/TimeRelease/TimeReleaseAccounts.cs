using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.TimeRelease;

/// <summary>Finds the account of a person, or works out the one that the year opens with.</summary>
public sealed class TimeReleaseAccounts(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <summary>
    /// The account as it stands, or one opened with its grant. A new one is not saved until the caller adds it to the context:
    /// looking at a balance writes nothing.
    /// </summary>
    /// <param name="on">The day asked about: its year is the account's, its parameters and adoption are those that count.</param>
    public async Task<TimeReleaseAccount> FindOrOpenAsync(
        PersonId person, OrganisationId organisation, string scheme, DateOnly on, CancellationToken ct) =>
        (await FindOrOpenAsync([(person, scheme)], organisation, on, ct))[0];

    /// <summary>The same for many people of one organisation, in as few questions to the database.</summary>
    public async Task<IReadOnlyList<TimeReleaseAccount>> FindOrOpenAsync(
        IReadOnlyList<(PersonId Person, string Scheme)> wanted, OrganisationId organisation, DateOnly on, CancellationToken ct)
    {
        var people = wanted.Select(w => w.Person).ToList();
        var existing = (await db.TimeReleaseAccounts
            .Where(a => a.OrganisationId == organisation && a.Year == on.Year && people.Contains(a.PersonId)).ToListAsync(ct))
            .ToDictionary(a => (a.PersonId, a.Scheme));
        var missing = wanted.Where(w => !existing.ContainsKey(w)).ToList();
        if (missing.Count > 0)
        {
            foreach (var opened in await OpenAsync(missing, organisation, on, ct))
                existing.Add((opened.PersonId, opened.Scheme), opened);
        }

        return [.. wanted.Select(w => existing[w])];
    }

    private async Task<IEnumerable<TimeReleaseAccount>> OpenAsync(
        IReadOnlyList<(PersonId Person, string Scheme)> missing, OrganisationId organisation, DateOnly on, CancellationToken ct)
    {
        var adopted = await db.SchemeAdoptions
            .Where(a => a.OrganisationId == organisation && a.From <= on && (a.To == null || a.To >= on)).Select(a => a.Scheme).ToListAsync(ct);
        var accounts = missing.Select(w => new TimeReleaseAccount(w.Person, organisation, w.Scheme, on.Year, isCapped: adopted.Contains(w.Scheme))).ToList();
        var granted = accounts.Where(account => account.Scheme == Schemes.GecoLocal).ToList();
        if (granted.Count > 0)
            await GrantAsync(granted, organisation, on, ct);

        return accounts;
    }

    private async Task GrantAsync(IReadOnlyList<TimeReleaseAccount> accounts, OrganisationId organisation, DateOnly on, CancellationToken ct)
    {
        var row = (await db.ParameterBookAsync(ct)).Row(ParameterKeys.GecoMinutesPerFte, on, organisation.Value);
        var people = accounts.Select(account => account.PersonId).ToList();
        var employments = (await db.Employments.AsNoTracking()
            .Where(e => people.Contains(e.PersonId) && e.OrganisationId == organisation && e.FundingStatus != FundingStatus.NotGeco)
            .ToListAsync(ct)).ToLookup(e => e.PersonId);

        foreach (var account in accounts)
        {
            var minutes = Entitlement.DayWeighted(
                int.Parse(row.Value, CultureInfo.InvariantCulture),
                account.Year,
                employments[account.PersonId].Select(e => new Entitlement.Period(e.Start, e.End ?? DateOnly.MaxValue, e.FteFraction)));

            account.Grant(minutes, new LedgerCauseOf(
                LedgerCause.YearOpened, row.Id.Value, null, current.Actor.Name, clock.Now,
                string.Create(CultureInfo.InvariantCulture, $"{row.Key}={row.Value} from {row.ValidFrom:yyyy-MM-dd}, day-weighted")));
        }
    }
}
