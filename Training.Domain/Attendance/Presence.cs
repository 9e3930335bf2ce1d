using System.Globalization;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>What the trainer saw of one person over some slots of a day: when they came and left, or that they were not there at all.</summary>
public sealed record Presence(bool Absent, TimeOnly? Arrived = null, TimeOnly? Left = null, IReadOnlyList<TimeInterval>? Away = null)
{
    public static readonly Presence Throughout = new(Absent: false);

    public static readonly Presence None = new(Absent: true);

    /// <summary>
    /// The stretches of one slot that were missed. An arrival inside the grace minutes after the slot's start counts as on time
    /// (condition <c>gsob.attendance.graceMinutes</c>).
    /// </summary>
    public IReadOnlyList<TimeInterval> MissedIn(TeachingSlot slot, int graceMinutes)
    {
        if (Absent)
            return [slot.Hours];

        var missed = new List<TimeInterval>();
        if (Arrived is { } arrived && arrived > slot.Start.AddMinutes(graceMinutes))
            missed.Add(new TimeInterval(slot.Start, arrived < slot.End ? arrived : slot.End));
        if (Left is { } left && left < slot.End)
            missed.Add(new TimeInterval(left > slot.Start ? left : slot.Start, slot.End));
        missed.AddRange((Away ?? []).Select(away => away.Intersect(slot.Hours)).OfType<TimeInterval>());

        return Intervals.Merge(missed);
    }

    /// <summary>As it is kept beside what a device sent: <c>absent</c>, or <c>present</c> with arrival, departure and times away.</summary>
    public override string ToString() => Absent
        ? "absent"
        : string.Create(CultureInfo.InvariantCulture, $"present arrived={Arrived:HH:mm} left={Left:HH:mm} away={string.Join(';', Away ?? [])}");
}
