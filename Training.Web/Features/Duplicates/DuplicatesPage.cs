using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses.Search;
using Training.Domain.Merges;
using Training.Domain.Persistence;

namespace Training.Web.Features.Duplicates;

/// <summary>Why two look like one.</summary>
public enum Likeness
{
    SameAddress,
    SameNameAndYear,
    SameName,
}

/// <summary>Likely pairs, the likeliest first, and what was merged before.</summary>
public sealed record DuplicatesPage(IReadOnlyList<DuplicatesPage.Pair> Pairs, IReadOnlyList<DuplicatesPage.Merged> Before)
{
    private const int MaxShown = 50;

    public sealed record One(Guid Id, string Name, string About);

    public sealed record Pair(MergedKind Kind, Likeness Likeness, One First, One Second);

    public sealed record Merged(Merge Merge, string From, string Into);

    public static async Task<DuplicatesPage> FindAsync(TrainingDbContext db, CancellationToken ct)
    {
        var distinct = (await db.DistinctPairs.AsNoTracking().ToListAsync(ct)).Select(pair => (pair.FirstId, pair.SecondId)).ToHashSet();
        var pairs = (await PeopleAsync(db, ct)).Concat(await OrganisationsAsync(db, ct))
            .Where(pair => !distinct.Contains(pair.First.Id < pair.Second.Id ? (pair.First.Id, pair.Second.Id) : (pair.Second.Id, pair.First.Id)))
            .OrderBy(pair => pair.Kind == MergedKind.Person).ThenBy(pair => pair.Likeness).ThenBy(pair => pair.First.Name, StringComparer.CurrentCultureIgnoreCase).Take(MaxShown).ToList();

        var names = await NamesAsync(db, ct);
        var before = await db.Merges.AsNoTracking().OrderByDescending(m => m.MergedAt).Take(MaxShown).ToListAsync(ct);
        return new DuplicatesPage(pairs, [.. before.Select(m => new Merged(m, names.GetValueOrDefault(m.FromId, ""), names.GetValueOrDefault(m.IntoId, "")))]);
    }

    private static async Task<IEnumerable<Pair>> PeopleAsync(TrainingDbContext db, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Where(p => p.MergedIntoId == null)
            .Select(p => new { p.Id, p.FirstName, p.LastName, p.Email, p.YearOfBirth }).ToListAsync(ct);
        var employers = (await (
            from employment in db.Employments
            join employer in db.Organisations on employment.OrganisationId equals employer.Id
            select new { employment.PersonId, employer.Code }).Distinct().ToListAsync(ct)).ToLookup(row => row.PersonId, row => row.Code);
        One Of(Domain.People.PersonId id, string first, string last, string? email, int? year) =>
            new(id.Value, $"{first} {last}", string.Join(" · ", employers[id].Append(email).Append(year?.ToString(System.Globalization.CultureInfo.InvariantCulture)).Where(text => !string.IsNullOrEmpty(text))));

        var pairs = new Dictionary<(Guid, Guid), Pair>();
        foreach (var same in people.Where(p => p.Email is not null).GroupBy(p => p.Email).Concat(people.GroupBy(p => (string?)PlainText.Fold($"{p.FirstName} {p.LastName}"))).Where(same => same.Count() > 1))
        {
            var list = same.OrderBy(p => p.Id.Value).ToList();
            foreach (var (index, one) in list.Index())
            {
                foreach (var other in list.Skip(index + 1).Where(other => one.YearOfBirth is null || other.YearOfBirth is null || one.YearOfBirth == other.YearOfBirth))
                {
                    var likeness = one.Email is not null && one.Email == other.Email ? Likeness.SameAddress : one.YearOfBirth is not null && one.YearOfBirth == other.YearOfBirth ? Likeness.SameNameAndYear : Likeness.SameName;
                    pairs.TryAdd((one.Id.Value, other.Id.Value), new Pair(
                        MergedKind.Person, likeness, Of(one.Id, one.FirstName, one.LastName, one.Email, one.YearOfBirth), Of(other.Id, other.FirstName, other.LastName, other.Email, other.YearOfBirth)));
                }
            }
        }

        return pairs.Values;
    }

    private static async Task<IEnumerable<Pair>> OrganisationsAsync(TrainingDbContext db, CancellationToken ct)
    {
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.MergedIntoId == null).ToListAsync(ct);
        One Of(Domain.Organisations.Organisation o) => new(o.Id.Value, o.Name.Fr, $"{o.Code} · {o.EnterpriseNumber?.ToString() ?? "–"}");
        return organisations.SelectMany((one, index) => organisations.Skip(index + 1)
            .Where(other => PlainText.Fold(one.Name.Fr) == PlainText.Fold(other.Name.Fr) || PlainText.Fold(one.Name.Nl) == PlainText.Fold(other.Name.Nl))
            .Select(other => new Pair(MergedKind.Organisation, Likeness.SameName, Of(one), Of(other))));
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(TrainingDbContext db, CancellationToken ct)
    {
        var merged = await db.Merges.Select(m => new { m.FromId, m.IntoId }).ToListAsync(ct);
        var ids = merged.SelectMany(m => new[] { m.FromId, m.IntoId }).Distinct().ToList();
        var (people, organisations) = (ids.ConvertAll(id => new Domain.People.PersonId(id)), ids.ConvertAll(id => new Domain.Organisations.OrganisationId(id)));
        var names = (await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id.Value, p => p.FullName);
        foreach (var organisation in await db.Organisations.AsNoTracking().Where(o => organisations.Contains(o.Id)).ToListAsync(ct))
            names[organisation.Id.Value] = organisation.Name.Fr;
        return names;
    }
}
