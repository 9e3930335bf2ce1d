using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Persistence;

/// <summary>
/// Fills the lists and dated parameters that every school starts with from the files in <c>Seed/</c>. What is already there,
/// changed by the school or not, is left as it is.
/// </summary>
public sealed class SeedReferenceData(TrainingDbContext db, OfficeClock clock)
{
    private const string Seed = "seed";

    public async Task HandleAsync(CancellationToken ct)
    {
        var known = await KnownAsync(ct);
        AddMissing(known, "themes", row => new Theme(row[0], TextOf(row), int.Parse(row[4], CultureInfo.InvariantCulture)));
        AddMissing(known, "sectors", row => new Sector(row[0], TextOf(row)));
        AddMissing(known, "functions", row => new StaffFunction(row[0], TextOf(row)));
        AddMissing(known, "funders", row => new Funder(row[0], TextOf(row)));
        AddMissing(known, "equipment", row => new Equipment(row[0], TextOf(row)));
        AddMissing(known, "programmes", row => new Programme(row[0], row[4], TextOf(row)));
        await AddParametersAsync(ct);
        await db.SaveChangesAsync(ct);
    }

    // One question for all lists: this is asked at every start of a site on SQLite.
    private async Task<ILookup<string, string>> KnownAsync(CancellationToken ct) =>
        (await db.Set<Theme>().Select(t => new { List = "themes", t.Code })
            .Concat(db.Set<Sector>().Select(s => new { List = "sectors", s.Code }))
            .Concat(db.Set<StaffFunction>().Select(f => new { List = "functions", f.Code }))
            .Concat(db.Set<Funder>().Select(f => new { List = "funders", f.Code }))
            .Concat(db.Set<Equipment>().Select(e => new { List = "equipment", e.Code }))
            .Concat(db.Set<Programme>().Select(p => new { List = "programmes", p.Code }))
            .ToListAsync(ct))
        .ToLookup(row => row.List, row => row.Code);

    private void AddMissing<T>(ILookup<string, string> known, string file, Func<string[], T> read) where T : class =>
        db.AddRange(Rows(file).ExceptBy(known[file], row => row[0]).Select(read));

    // A key on which the school has decided something is left to it, whatever a newer product knows.
    private async Task AddParametersAsync(CancellationToken ct)
    {
        var known = (await db.Parameters.AsNoTracking().ToListAsync(ct)).ToLookup(p => p.Key);
        db.AddRange(Rows("parameters").Select(ParameterOf)
            .Where(row => known[row.Key].All(p => p.ChangedBy == Seed && (p.Value, p.ValidFrom) != (row.Value, row.ValidFrom))));
    }

    private static LocalizedText TextOf(string[] row) => new(row[1], row[2], row[3]);

    private Parameter ParameterOf(string[] row) => new(
        new ParameterRow(
            row[0], row[1], DateOf(row[2]), row.Length > 5 && row[5].Length > 0 ? DateOf(row[5]) : null, row[4],
            Enum.Parse<ParameterCertainty>(row[3])),
        changedBy: Seed, clock.Now);

    private static DateOnly DateOf(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Training.Domain.Persistence.Seed.{file}.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
            yield return line.Split(';');
    }
}
