using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.TimeRelease;

/// <summary>
/// Finds the account of a person, or works out the one that the year opens with, and brings its grant to what the employment and the
/// parameters give now. Pages, ledger and documents all ask here, so that they show the same figures.
/// </summary>
public sealed class TimeReleaseAccounts(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <summary>The account as it stands. Looking writes nothing: neither a new account nor a correction is saved.</summary>
    /// <param name="on">The day asked about: the account is that of the scheme's year in which it lies.</param>
    public async Task<TimeReleaseAccount> FindOrOpenAsync(
        PersonId person, OrganisationId organisation, string scheme, DateOnly on, CancellationToken ct) =>
        (await FindOrOpenAsync([(person, scheme)], organisation, on, ct))[0];

    /// <summary>The same for many people of one organisation, in as few questions to the database.</summary>
    public Task<IReadOnlyList<TimeReleaseAccount>> FindOrOpenAsync(
        IReadOnlyList<(PersonId Person, string Scheme)> wanted, OrganisationId organisation, DateOnly on, CancellationToken ct) =>
        FindAsync(db.TimeReleaseAccounts.AsNoTracking(), wanted, organisation, on, ct);

    /// <summary>The account to write in: a new one, or a correction of its grant, is saved with the caller's own lines.</summary>
    public async Task<TimeReleaseAccount> OpenAsync(
        PersonId person, OrganisationId organisation, string scheme, DateOnly on, CancellationToken ct) =>
        (await OpenAsync([(person, scheme)], organisation, on, ct))[0];

    public async Task<IReadOnlyList<TimeReleaseAccount>> OpenAsync(
        IReadOnlyList<(PersonId Person, string Scheme)> wanted, OrganisationId organisation, DateOnly on, CancellationToken ct)
    {
        var accounts = await FindAsync(db.TimeReleaseAccounts, wanted, organisation, on, ct);
        db.AddRange(accounts.Where(account => db.Entry(account).State == EntityState.Detached));
        return accounts;
    }

    private async Task<IReadOnlyList<TimeReleaseAccount>> FindAsync(
        IQueryable<TimeReleaseAccount> accounts, IReadOnlyList<(PersonId Person, string Scheme)> wanted, OrganisationId organisation, DateOnly on, CancellationToken ct)
    {
        if (wanted.Count == 0)
            return [];

        var parameters = await db.ParameterBookAsync(ct);
        var years = wanted.Select(w => w.Scheme).Distinct().ToDictionary(scheme => scheme, scheme => TimeReleaseYear.Of(scheme, on, parameters));
        var numbers = years.Values.Select(year => year.Number).Distinct().ToList();
        var people = wanted.Select(w => w.Person).Distinct().ToList();
        var existing = (await accounts
            .Where(a => a.OrganisationId == organisation && numbers.Contains(a.Year) && people.Contains(a.PersonId)).ToListAsync(ct))
            .Concat(db.TimeReleaseAccounts.Local.Where(a => db.Entry(a).State == EntityState.Added && a.OrganisationId == organisation))
            .ToLookup(a => (a.PersonId, a.Scheme, a.Year));

        var found = wanted.Distinct().ToDictionary(
            w => w,
            w => existing[(w.Person, w.Scheme, years[w.Scheme].Number)].FirstOrDefault()
                ?? new TimeReleaseAccount(w.Person, organisation, w.Scheme, years[w.Scheme].Number, isCapped: false));
        await EntitleAsync([.. found.Values.Where(account => !account.IsClosed)], organisation, years, parameters, ct);
        return [.. wanted.Select(w => found[w])];
    }

    private async Task EntitleAsync(
        IReadOnlyList<TimeReleaseAccount> accounts, OrganisationId organisation, Dictionary<string, TimeReleaseYear> years, ParameterBook parameters, CancellationToken ct)
    {
        if (!accounts.Any(account => account.Scheme is Schemes.GecoLocal or Schemes.FederalRight))
            return;

        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == organisation).OneAsync(ct);
        var adoptions = await db.SchemeAdoptions.AsNoTracking().Where(a => a.OrganisationId == organisation).ToListAsync(ct);
        var people = accounts.Select(account => account.PersonId).Distinct().ToList();
        var employments = (await db.Employments.AsNoTracking()
            .Where(e => people.Contains(e.PersonId) && e.OrganisationId == organisation).ToListAsync(ct)).ToLookup(e => e.PersonId);

        foreach (var account in accounts)
        {
            var year = years[account.Scheme];
            var caps = account.IsCapped || (SchemeRules.CanCap(account.Scheme) && adoptions.Exists(a => a.Scheme == account.Scheme && a.HoldsIn(year)));
            var credit = SchemeRules.CreditOf(account.Scheme, caps, [.. employments[account.PersonId]], employer, year.First, parameters);
            var cause = new LedgerCauseOf(
                account.EntitledMinutes == 0 ? LedgerCause.YearOpened : LedgerCause.Correction, account.Id.Value, null, current.Actor.Name, clock.Now, Rows: credit.Rows);
            if (caps && !account.IsCapped)
                account.Cap(credit.Minutes, cause);
            else
                account.Entitle(credit.Minutes, cause);
        }
    }
}
