using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.TimeRelease;
using Training.Web.Features.Shared;

namespace Training.Web.Features.TimeRelease;

/// <summary>How much time release each colleague has in a year: granted, set aside, used and left.</summary>
public sealed record TimeReleasePage(
    int Year, string? Query, IReadOnlyList<TimeReleasePage.Employer> Employers, Guid? Organisation, IReadOnlyList<TimeReleasePage.Line> Lines, int Found)
{
    private const int MaxShown = 100;

    /// <summary>The employer's decision behind the cap, or nothing where hours are only counted.</summary>
    public SchemeAdoption? Adoption { get; init; }

    /// <summary>The reader decides for this employer and could adopt the cap.</summary>
    public bool MayAdopt { get; init; }

    public AdoptionForm Form { get; init; } = new();

    /// <summary>People of whom there is a line, or more where they have hours of several schemes.</summary>
    public int Shown => Lines.Select(line => line.Person).Distinct().Count();

    public bool ShowsAll => Shown == Found;

    /// <summary>An employer whose staff the reader may look at.</summary>
    public sealed record Employer(OrganisationId Id, LocalizedText Name);

    /// <param name="Account">Nothing for somebody outside any scheme.</param>
    public sealed record Line(PersonId Person, string Name, decimal FteFraction, string? Scheme, TimeReleaseAccount? Account);

    public static async Task<TimeReleasePage> FindAsync(
        TrainingDbContext db, TimeReleaseAccounts accounts, Reader reader, int year, DateOnly today, Guid? organisation, string? query, bool decides,
        AdoptionForm form, CancellationToken ct)
    {
        var employers = await db.Organisations.AsNoTracking()
            .Where(o => reader.SeesEverything ? db.Employments.Any(e => e.OrganisationId == o.Id) : reader.Organisations.Contains(o.Id))
            .OrderBy(o => o.Code).Select(o => new Employer(o.Id, o.Name)).ToListAsync(ct);
        var chosen = employers.Find(e => e.Id.Value == organisation) ?? employers.FirstOrDefault();
        if (chosen is null || (organisation is not null && chosen.Id.Value != organisation))
            return chosen is null ? new TimeReleasePage(year, query, [], null, [], 0) : throw new NotFoundException(nameof(Domain.Organisations.Organisation));

        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == chosen.Id).OneAsync(ct);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var words = new SearchWords(query);
        var staff = (await (
            from employment in db.Employments.AsNoTracking()
            join person in db.People on employment.PersonId equals person.Id
            where employment.OrganisationId == chosen.Id && employment.Start <= last && (employment.End == null || employment.End >= first)
            select new { Employment = employment, person.FirstName, person.LastName }).ToListAsync(ct))
            .GroupBy(row => row.Employment.PersonId)
            .Select(rows => rows.OrderByDescending(row => row.Employment.Start).First())
            .Where(row => words.IsEmpty || words.FoundIn(row.FirstName, row.LastName))
            .OrderBy(row => row.LastName, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.FirstName, StringComparer.CurrentCultureIgnoreCase)
            .ToList();

        var shown = staff.Take(MaxShown).Select(row => (row, Scheme: Schemes.Fitting(row.Employment, employer))).ToList();
        var on = today.Year == year ? today : today.Year > year ? last : first;
        var found = (await accounts.FindOrOpenAsync(
            [.. shown.Where(s => s.Scheme is not null).Select(s => (s.row.Employment.PersonId, s.Scheme!))], chosen.Id, on, ct)).ToDictionary(a => a.PersonId);

        var people = shown.Select(s => s.row.Employment.PersonId).ToList();
        var others = (await db.TimeReleaseAccounts.AsNoTracking()
            .Where(a => a.OrganisationId == chosen.Id && a.Year == year && people.Contains(a.PersonId) && (a.ReservedMinutes > 0 || a.ConsumedMinutes > 0 || a.ElsewhereMinutes > 0))
            .OrderBy(a => a.Scheme).ToListAsync(ct)).ToLookup(a => a.PersonId);
        var adoption = await db.SchemeAdoptions.AsNoTracking()
            .Where(a => a.OrganisationId == chosen.Id && a.Scheme == Schemes.GecoLocal && a.From <= last && (a.To == null || a.To >= first))
            .OrderByDescending(a => a.From).FirstOrDefaultAsync(ct);
        return new TimeReleasePage(
            year, query, employers, chosen.Id.Value,
            [.. shown.SelectMany(s => LinesOf(s.row.Employment, $"{s.row.FirstName} {s.row.LastName}", s.Scheme))],
            staff.Count)
        {
            Adoption = adoption,
            MayAdopt = decides && adoption is null && reader.Organisations.Contains(chosen.Id),
            Form = form,
        };

        // The scheme that is proposed first, and every other of which hours are set aside or used. A right to no hours is none.
        IEnumerable<Line> LinesOf(Employment employment, string name, string? fitting)
        {
            var own = found.GetValueOrDefault(employment.PersonId) is { Scheme: Schemes.FederalRight, GrantedMinutes: 0, ReservedMinutes: 0, ConsumedMinutes: 0, ElsewhereMinutes: 0 }
                ? null
                : found.GetValueOrDefault(employment.PersonId);
            var scheme = own is null ? null : fitting;
            var used = others[employment.PersonId].Where(account => account.Scheme != scheme).ToList();
            if (scheme is not null || used.Count == 0)
                yield return new Line(employment.PersonId, name, employment.FteFraction, scheme, own);
            foreach (var account in used)
                yield return new Line(employment.PersonId, name, employment.FteFraction, account.Scheme, account);
        }
    }
}
