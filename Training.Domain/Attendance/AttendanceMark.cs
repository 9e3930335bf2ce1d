using Training.Domain.Enrolments;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

public readonly record struct AttendanceMarkId(Guid Value) : IId<AttendanceMarkId>
{
    public static AttendanceMarkId From(Guid value) => new(value);
}

/// <summary>
/// What was seen of one person in one teaching slot: the stretches that were missed, and so the minutes attended. A mark is
/// never changed; a later one takes its place and the earlier keeps the moment until which it held, so that any figure can be
/// worked out again as it was known at an instant.
/// </summary>
public sealed class AttendanceMark
{
    public const int ReasonMaxLength = 500;

    private AttendanceMark() => (Gaps, RecordedBy) = ([], "");

    public AttendanceMark(EnrolmentId enrolment, TeachingSlot slot, IReadOnlyList<TimeInterval> gaps, string by, DateTimeOffset now, string? reason = null)
    {
        (Id, EnrolmentId, SlotId) = (new AttendanceMarkId(Guid.CreateVersion7()), enrolment, slot.Id);
        (Gaps, AttendedMinutes) = (gaps, slot.Minutes - gaps.Sum(gap => gap.Minutes));
        (RecordedBy, RecordedAt, Reason) = (by, now, reason);
        ArgumentOutOfRangeException.ThrowIfNegative(AttendedMinutes);
    }

    public AttendanceMarkId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public TeachingSlotId SlotId { get; private set; }

    /// <summary>Missed stretches: late arrival, early departure, time away, or the whole slot. Empty for whoever was there throughout.</summary>
    public IReadOnlyList<TimeInterval> Gaps { get; private set; }

    public int AttendedMinutes { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When a later mark took this one's place; nothing for the mark that holds today.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>When it was seen by the clock of the device that sent it; nothing when it was said on a page.</summary>
    public DateTimeOffset? SeenAt { get; internal init; }

    /// <summary>Why a correction was made after sealing.</summary>
    public string? Reason { get; private set; }

    public void SupersedeAt(DateTimeOffset moment) => SupersededAt ??= moment;
}
