using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Time;

namespace Training.Domain.Persistence;

/// <summary>
/// Fills the lists and dated parameters that every school starts with from the files in <c>Seed/</c>. What is already there,
/// changed by the school or not, is left as it is.
/// </summary>
public sealed class SeedReferenceData(TrainingDbContext db, OfficeClock clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        await AddMissingAsync("themes", row => new Theme(row[0], TextOf(row), int.Parse(row[4], CultureInfo.InvariantCulture)), t => t.Code, ct);
        await AddMissingAsync("sectors", row => new Sector(row[0], TextOf(row)), s => s.Code, ct);
        await AddMissingAsync("functions", row => new StaffFunction(row[0], TextOf(row)), f => f.Code, ct);
        await AddMissingAsync("funders", row => new Funder(row[0], TextOf(row)), f => f.Code, ct);
        await AddMissingAsync("parameters", ParameterOf, p => p.Key, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task AddMissingAsync<T>(string file, Func<string[], T> read, Func<T, string> keyOf, CancellationToken ct) where T : class
    {
        var known = (await db.Set<T>().AsNoTracking().ToListAsync(ct)).Select(keyOf).ToHashSet();
        db.AddRange(Rows(file).Select(read).Where(row => !known.Contains(keyOf(row))));
    }

    private static LocalizedText TextOf(string[] row) => new(row[1], row[2], row[3]);

    private Parameter ParameterOf(string[] row) => new(
        new ParameterRow(
            row[0], row[1], DateOnly.ParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture), null, row[4],
            Enum.Parse<ParameterCertainty>(row[3])),
        changedBy: "seed", clock.Now);

    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Training.Domain.Persistence.Seed.{file}.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
            yield return line.Split(';');
    }
}
