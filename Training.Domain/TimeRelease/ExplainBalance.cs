using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.TimeRelease;

/// <summary>One line of a balance's story, with what was left once it was written.</summary>
/// <param name="Date">The day of teaching, where the line comes from a half-day.</param>
/// <param name="Rows">The parameter rows that the minutes were worked out from.</param>
public sealed record StoryLine(
    LedgerEntry Entry, string? SessionCode, LocalizedText? Course, DateOnly? Date, DayPart? Part, IReadOnlyList<Parameter> Rows, int AvailableMinutes)
{
    /// <summary>What the line adds to the hours that are left, or takes from them.</summary>
    public int ChangeMinutes => Entry.On(LedgerAccount.Granted);
}

/// <summary>When hours that are left can no longer be used.</summary>
/// <param name="LastDay">The last day of the scheme's year.</param>
/// <param name="MovesMinutes">Of what is left, what would move to the next year.</param>
/// <param name="MovedUntil">The last day for using what moved there, or nothing where it lasts.</param>
/// <param name="CarriedInMinutes">What came from the year before.</param>
/// <param name="CarriedInUntil">The last day for using that.</param>
public sealed record StoryExpiry(DateOnly LastDay, int MovesMinutes, DateOnly? MovedUntil, int CarriedInMinutes, DateOnly? CarriedInUntil);

/// <summary>One account, told from its first line to its last.</summary>
/// <param name="Adoption">The employer's decision behind the cap, or nothing where hours are only counted.</param>
public sealed record AccountStory(
    TimeReleaseAccount Account, LocalizedText Employer, SchemeAdoption? Adoption, StoryExpiry? Expiry, IReadOnlyList<StoryLine> Lines);

public sealed record BalanceStory(PersonId Person, string Name, IReadOnlyList<AccountStory> Accounts);

/// <summary>Tells how a person's balances came to be as they are: for the page, the command line and whoever asks why.</summary>
public sealed class ExplainBalance(TrainingDbContext db, OfficeClock clock, TimeReleaseAccounts accounts)
{
    /// <param name="Year">The year of the accounts, or nothing for all.</param>
    public sealed record Request(PersonId Person, int? Year, Reader Reader);

    public async Task<BalanceStory> HandleAsync(Request request, CancellationToken ct)
    {
        // Teaching somebody does not open their balance.
        var person = await db.People.AsNoTracking().VisibleTo(request.Reader with { AsTrainer = null }, db).Where(p => p.Id == request.Person).OneAsync(ct);
        var employers = (await db.Organisations.AsNoTracking()
            .Where(o => (db.Employments.Any(e => e.PersonId == person.Id && e.OrganisationId == o.Id) || db.TimeReleaseAccounts.Any(a => a.PersonId == person.Id && a.OrganisationId == o.Id))
                && (request.Reader.SeesEverything || request.Reader.AsSelf == person.Id || request.Reader.Organisations.Contains(o.Id)))
            .ToListAsync(ct)).ToDictionary(o => o.Id);
        var found = await FindAsync(person.Id, employers, request.Year, ct);
        var parameters = await db.ParameterBookAsync(ct);
        var facts = await FactsAsync(found, ct);
        var adoptions = await db.SchemeAdoptions.AsNoTracking().Where(a => employers.Keys.Contains(a.OrganisationId)).ToListAsync(ct);
        return new BalanceStory(person.Id, person.FullName,
        [
            .. found.OrderByDescending(a => a.Year).ThenByDescending(a => a.IsCapped).ThenBy(a => a.Scheme, StringComparer.Ordinal).Select(account => new AccountStory(
                account, employers[account.OrganisationId].Name,
                account.IsCapped ? adoptions.FindLast(a => a.OrganisationId == account.OrganisationId && a.Scheme == account.Scheme) : null,
                ExpiryOf(account, parameters), LinesOf(account, facts))),
        ]);
    }

    private async Task<IReadOnlyList<TimeReleaseAccount>> FindAsync(PersonId person, Dictionary<OrganisationId, Organisation> employers, int? year, CancellationToken ct)
    {
        var parameters = await db.ParameterBookAsync(ct);
        var stored = (await db.TimeReleaseAccounts.AsNoTracking().Include(a => a.Entries)
            .Where(a => a.PersonId == person && (year == null || a.Year == year)).ToListAsync(ct)).Where(a => employers.ContainsKey(a.OrganisationId)).ToList();
        if (year is not null && year != clock.Today.Year)
            return stored;

        // What this year opens with, or would be corrected to, is shown before it is written.
        var employments = await db.Employments.AsNoTracking().Where(e => e.PersonId == person && (e.End == null || e.End >= clock.Today)).ToListAsync(ct);
        foreach (var employment in employments.Where(e => e.Start <= clock.Today && employers.ContainsKey(e.OrganisationId)).DistinctBy(e => e.OrganisationId))
        {
            foreach (var scheme in Schemes.FittingAll(employment, employers[employment.OrganisationId]).Where((scheme, rank) => rank == 0 || scheme == Schemes.FederalRight))
            {
                var number = TimeReleaseYear.Of(scheme, clock.Today, parameters).Number;
                if (!stored.Exists(a => a.OrganisationId == employment.OrganisationId && a.Scheme == scheme && a.Year == number))
                {
                    var opened = await accounts.FindOrOpenAsync(person, employment.OrganisationId, scheme, clock.Today, ct);
                    if (scheme != Schemes.FederalRight || opened.GrantedMinutes > 0)
                        stored.Add(opened);
                }
            }
        }

        return stored;
    }

    private sealed record Facts(
        Dictionary<Guid, (string Code, LocalizedText Course)> Sessions, Dictionary<Guid, (DateOnly Date, DayPart Part)> HalfDays, Dictionary<ParameterId, Parameter> Rows);

    private async Task<Facts> FactsAsync(IReadOnlyList<TimeReleaseAccount> found, CancellationToken ct)
    {
        var entries = found.SelectMany(a => a.Entries).ToList();
        var enrolments = entries.Where(e => e.EnrolmentId is not null).Select(e => e.EnrolmentId!.Value).Distinct().ToList();
        var registers = entries.Where(e => e.Cause == LedgerCause.HalfDay).Select(e => HalfDayRegisterId.From(e.CauseId)).Distinct().ToList();
        var sessions = await (
            from enrolment in db.Enrolments
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where enrolments.Contains(enrolment.Id)
            select new { enrolment.Id, session.Code, version.Title }).ToDictionaryAsync(row => row.Id.Value, row => (row.Code, row.Title), ct);
        var halfDays = await db.Registers.Where(r => registers.Contains(r.Id)).Select(r => new { r.Id, r.Date, r.Part })
            .ToDictionaryAsync(r => r.Id.Value, r => (r.Date, r.Part), ct);
        var rows = await db.Parameters.AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        return new Facts(sessions, halfDays, rows);
    }

    private static StoryExpiry? ExpiryOf(TimeReleaseAccount account, ParameterBook parameters)
    {
        if (account.EntitledMinutes == 0 && account.GrantedMinutes == 0)
            return null;

        var year = TimeReleaseYear.Of(account.Scheme, new DateOnly(account.Year, 12, 31), parameters);
        var rule = SchemeRules.CarryOverOf(account.Scheme, year, account.OrganisationId, parameters);
        var carriedIn = account.Entries.Where(e => e.Kind == LedgerEntryKind.CarryIn).Sum(e => e.Minutes);
        var moves = Math.Clamp(Entitlement.Round(account.EntitledMinutes * rule.Fraction), 0, Math.Max(0, account.AvailableMinutes));
        var carriedInUntil = carriedIn == 0 ? null : SchemeRules.CarryOverOf(
            account.Scheme, TimeReleaseYear.Of(account.Scheme, year.First.AddDays(-1), parameters), account.OrganisationId, parameters).LastDay;
        return new StoryExpiry(year.Last, moves, rule.LastDay, carriedIn, carriedInUntil);
    }

    private static List<StoryLine> LinesOf(TimeReleaseAccount account, Facts facts)
    {
        var (lines, available) = (new List<StoryLine>(), 0);
        foreach (var entry in account.Entries.OrderBy(e => e.RecordedAt).ThenBy(e => e.Id.Value))
        {
            available += entry.On(LedgerAccount.Granted);
            var session = entry.EnrolmentId is { } enrolment && facts.Sessions.TryGetValue(enrolment.Value, out var known) ? known : ((string Code, LocalizedText Course)?)null;
            var halfDay = facts.HalfDays.TryGetValue(entry.CauseId, out var half) ? half : ((DateOnly Date, DayPart Part)?)null;
            lines.Add(new StoryLine(
                entry, session?.Code, session?.Course, halfDay?.Date, halfDay?.Part,
                [.. entry.ParameterIds.Where(facts.Rows.ContainsKey).Select(id => facts.Rows[id])], available));
        }

        return lines;
    }
}
