using Training.Domain.Enrolments;

namespace Training.Domain.Attendance.Devices;

public readonly record struct UnlistedPersonId(Guid Value) : IId<UnlistedPersonId>
{
    public static UnlistedPersonId From(Guid value) => new(value);
}

/// <summary>
/// Somebody at the door who is not on the list: a name that the trainer wrote down. It counts for nothing until the secretariat says
/// which enrolment it is, or that it is none.
/// </summary>
public sealed class UnlistedPerson
{
    public const int NameMaxLength = 120;
    public const int NoteMaxLength = 200;

    private UnlistedPerson() => (Name, RecordedBy) = ("", "");

    /// <param name="id">Chosen by the device, so that sending it again adds nobody.</param>
    public UnlistedPerson(UnlistedPersonId id, HalfDayRegisterId register, string name, DateTimeOffset deviceTime, string by, DateTimeOffset now) =>
        (Id, RegisterId, Name, DeviceTime, RecordedBy, RecordedAt) = (id, register, name, deviceTime, by, now);

    public UnlistedPersonId Id { get; private set; }

    public HalfDayRegisterId RegisterId { get; private set; }

    public string Name { get; private set; }

    public DateTimeOffset DeviceTime { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Whose enrolment it turned out to be.</summary>
    public EnrolmentId? EnrolmentId { get; private set; }

    public string? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Why this is nobody's enrolment.</summary>
    public string? Note { get; private set; }

    public int Version { get; private set; }

    public Outcome<Done> LinkTo(EnrolmentId enrolment, string by, DateTimeOffset now) => Settle(enrolment, null, by, now);

    public Outcome<Done> Dismiss(string note, string by, DateTimeOffset now) => Settle(null, note, by, now);

    private Outcome<Done> Settle(EnrolmentId? enrolment, string? note, string by, DateTimeOffset now)
    {
        if (SettledAt is not null)
            return new UnlistedPersonSettled();

        (EnrolmentId, Note, SettledBy, SettledAt, Version) = (enrolment, note, by, now, Version + 1);
        return new Done();
    }
}
