using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses.Search;

namespace Training.Benchmarks;

/// <summary>A search in a catalogue of 5,000 courses and 20,000 sessions, as a whole page, against the statements that find the courses.</summary>
internal static class Search
{
    private const int Courses = 5_000;
    private const int Sessions = 20_000;
    private const int Rounds = 20;
    private const int Clients = 8;
    private const int Shown = 10;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        var statements = new Statements();
        var file = folder.PathOf("training.db");
        var school = new SchoolFile(file, statements);
        await new PlannedSchool(school).FillAsync(Courses, Sessions, ct);
        await using var server = await ProductServer.StartOnAsync("Sqlite", $"Data Source={file}", ct, ("Samples__Skip", "true"), ("RateLimits__Search", "1000000"));
        using var http = new HttpClient();

        await PagesAsync(http, server, rounds: 2, clients: 1, ct);
        var bare = await BareAsync(school, statements, file, ct);
        var alone = await PagesAsync(http, server, Rounds, clients: 1, ct);
        var together = await PagesAsync(http, server, Rounds, Clients, ct);
        var facts = new Dictionary<string, object> { ["courses"] = Courses, ["sessions"] = Sessions };
        return
        [
            new("search-median", Times.Median(alone), "ms", Times.Median(bare)) { Facts = facts },
            new("search-p99", Times.Percentile(alone, 0.99), "ms", Times.Percentile(bare, 0.99)) { Facts = facts },
            new("search-p99-8-clients", Times.Percentile(together, 0.99), "ms", Times.Percentile(alone, 0.99)) { Facts = facts },
        ];
    }

    private static async Task<IReadOnlyList<double>> PagesAsync(HttpClient http, ProductServer server, int rounds, int clients, CancellationToken ct)
    {
        var each = await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            var times = new List<double>();
            for (var i = client; i < rounds * PlannedSchool.Searches.Count; i += clients)
            {
                var address = server.AddressOf("/fr/catalogue?q=" + Uri.EscapeDataString(PlannedSchool.Searches[i % PlannedSchool.Searches.Count]));
                times.Add(await Times.MillisecondsAsync(() => http.GetStringAsync(address, ct)));
            }

            return times;
        }));
        return [.. each.SelectMany(times => times)];
    }

    // What the words mean and which ten courses come first: no page, no sessions, no themes.
    private static async Task<IReadOnlyList<double>> BareAsync(SchoolFile school, Statements statements, string file, CancellationToken ct)
    {
        var times = new List<double>();
        foreach (var words in PlannedSchool.Searches)
        {
            await using var db = school.Open();
            statements.Forget();
            if (await new CatalogueSearch(db).FindAsync(words, ct) is not { } hits)
                throw new BenchmarkFailed($"Nothing was asked by \"{words}\".");
            var found = await hits.OrderByDescending(hit => hit.Rank).ThenBy(hit => hit.Code).Take(Shown).ToListAsync(ct);
            if (found.Count == 0)
                throw new BenchmarkFailed($"The search for \"{words}\" finds nothing, so there is nothing to measure.");

            await statements.RepeatAsync(file, ct);
            for (var round = 0; round < Rounds; round++)
                times.Add(await Times.MillisecondsAsync(() => statements.RepeatAsync(file, ct)));
        }

        return times;
    }
}
