using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>How a missed stretch lies in its half-day: each gap is a record of its own kind.</summary>
public enum GapKind
{
    /// <summary>Nothing of the half-day was attended.</summary>
    WholeHalfDay,
    LateArrival,
    EarlyDeparture,

    /// <summary>Gone in between, and back again.</summary>
    TimeAway,
}

/// <summary>What the marks of one half-day say of one person, as a trainer would say it.</summary>
/// <param name="Arrived">Later than the first slot's start, or nothing.</param>
/// <param name="Left">Earlier than the last slot's end, or nothing.</param>
/// <param name="Away">From when to when the person was gone in between.</param>
public sealed record ObservedPresence(bool IsMarked, bool Absent, TimeOnly? Arrived, TimeOnly? Left, IReadOnlyList<TimeInterval> Away)
{
    public static readonly ObservedPresence Unmarked = new(false, false, null, null, []);

    public bool Throughout => IsMarked && !Absent && Arrived is null && Left is null && Away.Count == 0;

    /// <param name="slots">The half-day's slots, in order.</param>
    public static ObservedPresence Of(IReadOnlyList<TeachingSlot> slots, Func<TeachingSlot, AttendanceMark?> markOf)
    {
        var gaps = slots.Select(slot => (slot, gaps: markOf(slot)?.Gaps)).ToList();
        return gaps.Exists(seen => seen.gaps is null) || gaps.Count == 0
            ? Unmarked
            : Of([.. gaps.Select(seen => (seen.slot.Hours, seen.gaps!))]);
    }

    /// <summary>The same from the hours of each slot and what was missed of it.</summary>
    public static ObservedPresence Of(IReadOnlyList<(TimeInterval Hours, IReadOnlyList<TimeInterval> Gaps)> slots)
    {
        var missed = slots.SelectMany(slot => slot.Gaps).OrderBy(gap => gap.Start).ToList();
        var present = slots.SelectMany(slot => slot.Gaps.Aggregate<TimeInterval, IEnumerable<TimeInterval>>(
            [slot.Hours], (left, gap) => Intervals.Without(left, gap))).ToList();
        if (present.Count == 0)
            return new ObservedPresence(true, true, null, null, []);

        var (arrived, left) = (present[0].Start, present[^1].End);
        var away = present.Zip(present.Skip(1), (before, after) => missed.Where(gap => gap.Start >= before.End && gap.End <= after.Start).ToList())
            .Where(gaps => gaps.Count > 0).Select(gaps => new TimeInterval(gaps[0].Start, gaps[^1].End));
        return new ObservedPresence(
            true, false, arrived > slots[0].Hours.Start ? arrived : null, left < slots[^1].Hours.End ? left : null, [.. away]);
    }

    /// <summary>Of which kind a missed stretch of this half-day is.</summary>
    public GapKind KindOf(TimeInterval gap) =>
        Absent ? GapKind.WholeHalfDay
        : Arrived is { } arrived && gap.End <= arrived ? GapKind.LateArrival
        : Left is { } left && gap.Start >= left ? GapKind.EarlyDeparture
        : GapKind.TimeAway;
}
