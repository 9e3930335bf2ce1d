using Training.Domain.Enrolments;

namespace Training.Domain.Attendance.Watch;

/// <summary>That somebody was warned, once for each state: one more absence is too much, or it is too late.</summary>
public sealed class AttendanceWarning(EnrolmentId enrolmentId, OutlookState state, int canMiss, DateTimeOffset recordedAt)
{
    public EnrolmentId EnrolmentId { get; private set; } = enrolmentId;

    public OutlookState State { get; private set; } = state;

    public int CanMiss { get; private set; } = canMiss;

    public DateTimeOffset RecordedAt { get; private set; } = recordedAt;
}
