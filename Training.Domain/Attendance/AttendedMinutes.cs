using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>A stretch that was missed, and what was decided about it.</summary>
public readonly record struct MissedTime(DateOnly Date, TimeInterval Hours, AbsenceKind Kind);

/// <summary>
/// One person's minutes over some slots, each counted exactly once: attended, justified, unjustified or still pending.
/// Together they are the scheduled minutes of the slots that have a mark.
/// </summary>
public readonly record struct AttendedMinutes(int Scheduled, int Attended, int Justified, int Unjustified, int Pending)
{
    public int Missed => Justified + Unjustified + Pending;

    public static AttendedMinutes operator +(AttendedMinutes a, AttendedMinutes b) => new(
        a.Scheduled + b.Scheduled, a.Attended + b.Attended, a.Justified + b.Justified, a.Unjustified + b.Unjustified, a.Pending + b.Pending);

    /// <summary>Minutes of one slot, from its mark and the rulings on that day.</summary>
    public static AttendedMinutes Of(int slotMinutes, IReadOnlyList<TimeInterval> gaps, IEnumerable<AbsenceRuling> rulingsOfTheDay)
    {
        int missed = gaps.Sum(gap => gap.Minutes), justified = 0, unjustified = 0;
        foreach (var piece in Split(gaps, rulingsOfTheDay))
        {
            if (piece.Kind == AbsenceKind.Justified)
                justified += piece.Hours.Minutes;
            else if (piece.Kind == AbsenceKind.Unjustified)
                unjustified += piece.Hours.Minutes;
        }

        return new AttendedMinutes(slotMinutes, slotMinutes - missed, justified, unjustified, missed - justified - unjustified);
    }

    /// <summary>Cuts the missed stretches where a ruling begins or ends, so that each piece has one kind. The last ruling recorded wins.</summary>
    public static IReadOnlyList<(TimeInterval Hours, AbsenceKind Kind)> Split(IReadOnlyList<TimeInterval> gaps, IEnumerable<AbsenceRuling> rulingsOfTheDay)
    {
        var undecided = gaps;
        var pieces = new List<(TimeInterval Hours, AbsenceKind Kind)>();
        foreach (var ruling in rulingsOfTheDay.OrderByDescending(ruling => ruling.RecordedAt).ThenByDescending(ruling => ruling.Id.Value))
        {
            pieces.AddRange(undecided.Select(gap => gap.Intersect(ruling.Hours)).OfType<TimeInterval>().Select(hours => (hours, ruling.Kind)));
            undecided = Intervals.Without(undecided, ruling.Hours);
        }

        pieces.AddRange(undecided.Select(gap => (gap, AbsenceKind.Pending)));
        return [.. pieces.OrderBy(piece => piece.Hours.Start)];
    }
}
