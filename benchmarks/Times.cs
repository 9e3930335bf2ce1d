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

    public static double Median(IReadOnlyCollection<double> figures) => Percentile(figures, 0.5);

    /// <param name="share">0.99 for what only one in a hundred exceeds.</param>
    public static double Percentile(IReadOnlyCollection<double> figures, double share) => figures.Order().ElementAt((int)Math.Ceiling(share * figures.Count) - 1);
}
