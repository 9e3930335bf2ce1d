namespace Training.Benchmarks;

/// <summary>From the start of the process to its first page, on a sample school that is there already, against the same executable with nothing to do.</summary>
internal static class ColdStart
{
    private const int Rounds = 7;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        var database = $"Data Source={folder.PathOf("training.db")}";

        // The first start loads the sample school.
        await StartAsync(database, ct);
        var (started, nothing) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            started.Add(await StartAsync(database, ct));
            nothing.Add(await Times.MillisecondsAsync(() => ProductServer.HelpAsync(ct)));
        }

        return [new("cold-start", Times.Median(started), "ms", Times.Median(nothing)) { Facts = new Dictionary<string, object> { ["slowest ms"] = Math.Round(started.Max()) } }];
    }

    // Without the time that it takes to stop.
    private static async Task<double> StartAsync(string database, CancellationToken ct)
    {
        ProductServer? server = null;
        try
        {
            return await Times.MillisecondsAsync(async () =>
            {
                server = await ProductServer.StartOnAsync("Sqlite", database, ct);
                using var client = new HttpClient();
                await client.GetStringAsync(server.AddressOf("/fr/catalogue"), ct);
            });
        }
        finally
        {
            if (server is not null)
                await server.DisposeAsync();
        }
    }
}
