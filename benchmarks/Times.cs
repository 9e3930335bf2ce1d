using System.Diagnostics;

namespace Training.Benchmarks;

/// <summary>How long something takes, and what many such figures say together.</summary>
internal static class Times
{
    public static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        var time = Stopwatch.StartNew();
        await work();
        return time.Elapsed.TotalMilliseconds;
    }

    /// <summary>One reader asks for one page again and again; the first tenth warms up and is left out.</summary>
    /// <param name="shows">What the page must hold, so that no refusal is measured.</param>
    public static async Task<IReadOnlyCollection<double>> OfPageAsync(HttpClient http, string path, string shows, int pages, CancellationToken ct)
    {
        var times = new List<double>();
        for (var i = 0; i < pages + (pages / 10); i++)
        {
            var page = "";
            times.Add(await MillisecondsAsync(async () => page = await http.GetStringAsync(new Uri(path, UriKind.Relative), ct)));
            if (!page.Contains(shows, StringComparison.Ordinal))
                throw new BenchmarkFailed($"{path} does not show {shows}.");
        }

        return [.. times.Skip(pages / 10)];
    }

    public static double Median(IReadOnlyCollection<double> figures) => Percentile(figures, 0.5);

    /// <param name="share">0.99 for what only one in a hundred exceeds.</param>
    public static double Percentile(IReadOnlyCollection<double> figures, double share) => figures.Order().ElementAt((int)Math.Ceiling(share * figures.Count) - 1);
}
