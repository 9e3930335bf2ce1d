using Training.Domain.Sessions;

namespace Training.Domain.Attendance;

/// <summary>What the marks of one half-day say of one person, as a trainer would say it.</summary>
/// <param name="Arrived">Later than the first slot's start, or nothing.</param>
/// <param name="Left">Earlier than the last slot's end, or nothing.</param>
public sealed record ObservedPresence(bool IsMarked, bool Absent, TimeOnly? Arrived, TimeOnly? Left)
{
    private static readonly ObservedPresence Unmarked = new(false, false, null, null);

    public bool Throughout => IsMarked && !Absent && Arrived is null && Left is null;

    /// <param name="slots">The half-day's slots, in order.</param>
    public static ObservedPresence Of(IReadOnlyList<TeachingSlot> slots, Func<TeachingSlot, AttendanceMark?> markOf)
    {
        var marked = slots.Select(slot => (slot, mark: markOf(slot))).Where(seen => seen.mark is not null).ToList();
        if (marked.Count < slots.Count)
            return Unmarked;

        var present = marked.SelectMany(seen => seen.mark!.Gaps.Aggregate<Time.TimeInterval, IEnumerable<Time.TimeInterval>>(
            [seen.slot.Hours], (left, gap) => Time.Intervals.Without(left, gap))).ToList();
        if (present.Count == 0)
            return new ObservedPresence(true, true, null, null);

        var (arrived, left) = (present[0].Start, present[^1].End);
        return new ObservedPresence(true, false, arrived > slots[0].Start ? arrived : null, left < slots[^1].End ? left : null);
    }
}
