using System.Globalization;
using System.Text.RegularExpressions;

namespace Training.Benchmarks;

/// <summary>Debian's load generator: one thread, eight connections, each with its next request as soon as it has an answer.</summary>
internal static partial class Wrk
{
    public const string Tool = "wrk";

    public sealed record Load(double RequestsPerSecond, double P99Milliseconds);

    public static async Task<Load> RunAsync(Uri address, TimeSpan duration, CancellationToken ct)
    {
        var output = await ExternalTool.RunAsync(Tool, ["-t1", "-c8", $"-d{duration.TotalSeconds}s", "--latency", address.AbsoluteUri], "", ct);
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal))
            throw new BenchmarkFailed($"Not every request to {address} was answered:\n{output}");

        var latency = P99().Match(output);
        return new Load(Number(RequestsPerSecond().Match(output)), Number(latency) * MillisecondsIn(latency.Groups["unit"].Value));
    }

    private static double Number(Match match) => double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static double MillisecondsIn(string unit) => unit switch
    {
        "us" => 0.001,
        "ms" => 1,
        "s" => 1000,
        _ => throw new BenchmarkFailed($"{Tool} gave a latency in \"{unit}\"."),
    };

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)")]
    private static partial Regex RequestsPerSecond();

    [GeneratedRegex(@"^\s+99%\s+(?<number>[\d.]+)(?<unit>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex P99();
}
