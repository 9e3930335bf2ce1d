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
        PersonId person, OrganisationId organisation, string scheme, DateOnly on, CancellationToken ct)
    {
        var existing = await db.TimeReleaseAccounts.SingleOrDefaultAsync(
            a => a.PersonId == person && a.OrganisationId == organisation && a.Scheme == scheme && a.Year == on.Year, ct);
        if (existing is not null)
            return existing;

        var adopted = await db.SchemeAdoptions.AnyAsync(
            a => a.OrganisationId == organisation && a.Scheme == scheme && a.From <= on && (a.To == null || a.To >= on), ct);
        var account = new TimeReleaseAccount(person, organisation, scheme, on.Year, isCapped: adopted);
        if (scheme == Schemes.GecoLocal)
            await GrantAsync(account, on, ct);

        return account;
    }

    private async Task GrantAsync(TimeReleaseAccount account, DateOnly on, CancellationToken ct)
    {
        var parameters = await db.ParameterBookAsync(ct);
        var row = parameters.Row(ParameterKeys.GecoMinutesPerFte, on, account.OrganisationId.Value);
        var employments = await db.Employments.AsNoTracking()
            .Where(e => e.PersonId == account.PersonId && e.OrganisationId == account.OrganisationId && e.FundingStatus != FundingStatus.NotGeco)
            .ToListAsync(ct);

        var minutes = Entitlement.DayWeighted(
            int.Parse(row.Value, CultureInfo.InvariantCulture),
            account.Year,
            employments.Select(e => new Entitlement.Period(e.Start, e.End ?? DateOnly.MaxValue, e.FteFraction)));

        account.Grant(minutes, new LedgerCauseOf(
            LedgerCause.YearOpened, row.Id.Value, null, current.Actor.Name, clock.Now,
            string.Create(CultureInfo.InvariantCulture, $"{row.Key}={row.Value} from {row.ValidFrom:yyyy-MM-dd}, day-weighted")));
    }
}
