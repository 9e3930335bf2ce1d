namespace Training.Domain.Time;

/// <summary>Arithmetic on sets of minutes of one day.</summary>
public static class Intervals
{
    /// <summary>The same minutes as separate stretches in order, none touching or covering another.</summary>
    public static IReadOnlyList<TimeInterval> Merge(IEnumerable<TimeInterval> intervals)
    {
        var merged = new List<TimeInterval>();
        foreach (var next in intervals.OrderBy(interval => interval.Start))
        {
            if (merged.Count > 0 && next.Start <= merged[^1].End)
                merged[^1] = new TimeInterval(merged[^1].Start, next.End > merged[^1].End ? next.End : merged[^1].End);
            else
                merged.Add(next);
        }

        return merged;
    }

    public static IReadOnlyList<TimeInterval> Without(IEnumerable<TimeInterval> from, TimeInterval taken) =>
        [.. from.SelectMany(interval => interval.Without(taken))];

    public static int SharedMinutes(IEnumerable<TimeInterval> intervals, TimeInterval other) =>
        intervals.Sum(interval => interval.Intersect(other)?.Minutes ?? 0);
}
