using System.Globalization;

namespace Training.Domain.Time;

/// <summary>A stretch of one day, from its first minute up to but not including its last.</summary>
public readonly record struct TimeInterval
{
    public TimeInterval(TimeOnly start, TimeOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, end);
        (Start, End) = (start, end);
    }

    public TimeOnly Start { get; }

    public TimeOnly End { get; }

    /// <summary>Whole minutes between start and end.</summary>
    public int Minutes => (int)(End - Start).TotalMinutes;

    public TimeInterval? Intersect(TimeInterval other)
    {
        var start = Start > other.Start ? Start : other.Start;
        var end = End < other.End ? End : other.End;
        return start < end ? new TimeInterval(start, end) : null;
    }

    /// <summary>What is left of this interval when the other is taken out: nothing, one piece or two.</summary>
    public IEnumerable<TimeInterval> Without(TimeInterval other)
    {
        if (Intersect(other) is not { } shared)
        {
            yield return this;
            yield break;
        }

        if (Start < shared.Start)
            yield return new TimeInterval(Start, shared.Start);
        if (shared.End < End)
            yield return new TimeInterval(shared.End, End);
    }

    public static TimeInterval Parse(string text)
    {
        var (start, end) = (text[..5], text[6..]);
        return new TimeInterval(
            TimeOnly.ParseExact(start, "HH:mm", CultureInfo.InvariantCulture),
            TimeOnly.ParseExact(end, "HH:mm", CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:HH:mm}-{End:HH:mm}");
}
