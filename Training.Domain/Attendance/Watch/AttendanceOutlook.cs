using Training.Domain.Attendance.Policies;

namespace Training.Domain.Attendance.Watch;

public enum OutlookState
{
    /// <summary>There is room for an absence of a half-day, or nothing depends on it.</summary>
    Safe,

    /// <summary>One more half-day missed, and the rule can no longer be met.</summary>
    LastChance,

    /// <summary>The rule can no longer be met, unless what was missed is justified.</summary>
    OutOfReach,
}

/// <summary>How somebody's attendance stands while the session runs, against the rule of the course.</summary>
/// <param name="Possible">Minutes still to come.</param>
/// <param name="Room">What of them can still be missed.</param>
public sealed record AttendanceOutlook(AttendedMinutes SoFar, int Possible, AttendanceRoom Room, OutlookState State)
{
    /// <param name="soFar">The slots that have a mark.</param>
    /// <param name="comingHalfDays">The minutes of each half-day to come.</param>
    public static AttendanceOutlook Of(AttendancePolicy policy, AttendedMinutes soFar, IReadOnlyList<int> comingHalfDays)
    {
        var possible = comingHalfDays.Sum();
        var room = policy.RoomFor(soFar, possible);
        var longest = comingHalfDays.Count == 0 ? 0 : comingHalfDays.Max();
        var state = room.Unjustified < 0 || room.Justified < 0 ? OutlookState.OutOfReach
            : longest > (room.Justified ?? room.Unjustified) ? OutlookState.LastChance
            : OutlookState.Safe;
        return new AttendanceOutlook(soFar, possible, room, state);
    }
}
