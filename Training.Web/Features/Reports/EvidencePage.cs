using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Evidence;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.EvidenceBundles;
using Training.Reports.SignInSheets;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Reports;

/// <summary>What a bundle can be made of, and those that were made.</summary>
/// <param name="Scans">Signed sheets on which chosen persons stand, with what would be left to see.</param>
public sealed record EvidencePage(
    EvidenceForm Form, EvidenceScope? Scope, IReadOnlyList<ReportChoices.Choice> Grants, IReadOnlyList<EvidencePage.Person> Chosen, IReadOnlyList<EvidencePage.Person> Found,
    IReadOnlyList<EvidencePage.Scan> Scans, IReadOnlyList<EvidenceExport> Exports, DateTimeOffset Now)
{
    private const int MostFound = 20;
    private const int MostExports = 50;

    /// <summary>By field, what is wrong with what was typed.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; init; } = new Dictionary<string, string>();

    public sealed record Person(Guid Id, string Name, string Employers);

    /// <param name="CanBeCovered">Whether it can be shown as a picture at all.</param>
    public sealed record Scan(Guid Id, string HalfDay, int Page, bool CanBeCovered, string Keep, IReadOnlyList<string> Names);

    public static async Task<EvidencePage> FindAsync(
        TrainingDbContext db, EvidenceBundleQuery bundles, SignInSheetQuery sheets, SheetOffice office, EvidenceForm form, OfficeClock clock, CancellationToken ct)
    {
        var asked = form.ScopeOn(clock.Today);
        var scope = asked.IsRefused ? null : asked.Value;
        var chosen = await PeopleAsync(db, form.Persons.ConvertAll(id => new PersonId(id)), ct);
        return new EvidencePage(
            form, scope,
            await db.Grants.AsNoTracking().OrderBy(g => g.Code).Select(g => new ReportChoices.Choice(g.Code, g.Title)).ToListAsync(ct),
            chosen,
            await FoundAsync(db, form, ct),
            scope is { IsOfPersons: true } ? await ScansAsync(db, bundles, sheets, office, form, scope, chosen, ct) : [],
            await db.EvidenceExports.AsNoTracking().OrderByDescending(e => e.Number).Take(MostExports).ToListAsync(ct),
            clock.Now);
    }

    // Names are compared as people type them, which no database does by itself.
    private static async Task<IReadOnlyList<Person>> FoundAsync(TrainingDbContext db, EvidenceForm form, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(form.Search))
            return [];

        var words = new SearchWords(form.Search);
        var names = await db.People.AsNoTracking().Where(p => p.MergedIntoId == null && db.Enrolments.Any(e => e.PersonId == p.Id)).Select(p => new { p.Id, p.FirstName, p.LastName }).ToListAsync(ct);
        var ids = names.Where(one => !form.Persons.Contains(one.Id.Value) && words.FoundIn($"{one.FirstName} {one.LastName}")).Take(MostFound).Select(one => one.Id).ToList();
        return await PeopleAsync(db, ids, ct);
    }

    private static async Task<IReadOnlyList<Person>> PeopleAsync(TrainingDbContext db, List<PersonId> ids, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.LastName).ThenBy(p => p.FirstName).ToListAsync(ct);
        var employers = (await db.Employments.Where(e => ids.Contains(e.PersonId)).Join(db.Organisations, e => e.OrganisationId, o => o.Id, (e, o) => new { e.PersonId, o.Code }).Distinct().ToListAsync(ct))
            .ToLookup(one => one.PersonId, one => one.Code);
        return [.. people.Select(one => new Person(one.Id.Value, $"{one.LastName} {one.FirstName}", string.Join(", ", employers[one.Id].Order(StringComparer.Ordinal))))];
    }

    private static async Task<IReadOnlyList<Scan>> ScansAsync(
        TrainingDbContext db, EvidenceBundleQuery bundles, SignInSheetQuery sheets, SheetOffice office, EvidenceForm form, EvidenceScope scope, IReadOnlyList<Person> chosen, CancellationToken ct)
    {
        var scans = new List<Scan>();
        foreach (var halfDay in await bundles.HalfDaysAsync(scope, ct))
        {
            var kept = await db.SheetScans.AsNoTracking().Where(scan => scan.RegisterId == halfDay.Register.Id).OrderBy(scan => scan.Page).ThenBy(scan => scan.Sha256).ToListAsync(ct);
            if (kept.Count == 0)
                continue;

            var sheet = await sheets.OfAsync(halfDay.Register.Id, Reader.WholeSchool, ct);
            var places = sheet.People.Zip(SheetLines.Of(sheet, office)).Where(one => chosen.Any(person => person.Name == one.First.Name && person.Employers.Contains(one.First.Organisation, StringComparison.Ordinal))).ToList();
            scans.AddRange(kept.Select(scan =>
            {
                var here = places.Where(one => one.Second.Page == scan.Page).ToList();
                return new Scan(
                    scan.Id.Value, halfDay.Name, scan.Page, ScanCopy.IsPossible(scan.Content, scan.ContentType),
                    form.Keep.GetValueOrDefault(scan.Id.Value) ?? string.Join(' ', here.Select(one => one.Second.Stripe)), [.. here.Select(one => one.First.Name)]);
            }));
        }

        return scans;
    }
}
