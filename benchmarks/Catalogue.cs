namespace Training.Benchmarks;

/// <summary>What the catalogue page costs beyond a request that does nothing.</summary>
internal static class Catalogue
{
    private const string Page = "/fr/catalogue";
    private const string Empty = "/health/live";
    private const int Rounds = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        ExternalTool.EnsureHere(Wrk.Tool);
        await using var server = await ProductServer.StartAsync(ct);
        await Wrk.RunAsync(server.AddressOf(Page), WarmUp, ct);
        await Wrk.RunAsync(server.AddressOf(Empty), WarmUp, ct);

        var (pages, empties) = (new List<Wrk.Load>(), new List<Wrk.Load>());
        for (var round = 0; round < Rounds; round++)
        {
            pages.Add(await Wrk.RunAsync(server.AddressOf(Page), Round, ct));
            empties.Add(await Wrk.RunAsync(server.AddressOf(Empty), Round, ct));
        }

        return
        [
            new("catalogue-requests", Median(pages, load => load.RequestsPerSecond), "requests/s", Median(empties, load => load.RequestsPerSecond)),
            new("catalogue-p99", Median(pages, load => load.P99Milliseconds), "ms", Median(empties, load => load.P99Milliseconds)),
        ];
    }

    private static double Median(List<Wrk.Load> loads, Func<Wrk.Load, double> figure) => Times.Median([.. loads.Select(figure)]);
}
