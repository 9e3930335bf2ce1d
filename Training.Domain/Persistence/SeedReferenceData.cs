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
        await AddMissingAsync("themes", row => new Theme(row[0], TextOf(row), int.Parse(row[4], CultureInfo.InvariantCulture)), t => t.Code, ct);
        await AddMissingAsync("sectors", row => new Sector(row[0], TextOf(row)), s => s.Code, ct);
        await AddMissingAsync("functions", row => new StaffFunction(row[0], TextOf(row)), f => f.Code, ct);
        await AddMissingAsync("funders", row => new Funder(row[0], TextOf(row)), f => f.Code, ct);
        await AddMissingAsync("equipment", row => new Equipment(row[0], TextOf(row)), e => e.Code, ct);
        await AddMissingAsync("programmes", row => new Programme(row[0], row[4], TextOf(row)), p => p.Code, ct);
        await AddParametersAsync(ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task AddMissingAsync<T>(string file, Func<string[], T> read, Func<T, string> keyOf, CancellationToken ct) where T : class
    {
        var known = (await db.Set<T>().AsNoTracking().ToListAsync(ct)).Select(keyOf).ToHashSet();
        db.AddRange(Rows(file).Select(read).Where(row => !known.Contains(keyOf(row))));
    }

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
