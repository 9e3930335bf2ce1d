namespace Training.Benchmarks;

internal sealed record Benchmark(string Name, string Description, Func<CancellationToken, Task<IReadOnlyList<Figure>>> MeasureAsync);

/// <summary>One measured figure and, where it is a comparison, what was measured beside it in the same run.</summary>
internal sealed record Figure(string Name, double Value, string Unit, double? Baseline = null)
{
    /// <summary>What was counted beside it, by name.</summary>
    public IReadOnlyDictionary<string, object> Facts { get; init; } = new Dictionary<string, object>();

    /// <summary>Value over baseline.</summary>
    public double? Ratio => Value / Baseline;
}

/// <summary>A benchmark cannot be run here; the message says why to whoever asked for it.</summary>
internal sealed class BenchmarkFailed(string message) : Exception(message);
