using Training.Domain.People;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

public readonly record struct AcceptedClashId(Guid Value) : IId<AcceptedClashId>
{
    public static AcceptedClashId From(Guid value) => new(value);
}

/// <summary>What stands in the way of a plan.</summary>
public enum ClashKind
{
    /// <summary>Two sessions in one room at one time.</summary>
    Room,

    /// <summary>One trainer in two sessions at one time.</summary>
    Trainer,

    /// <summary>Somebody has a seat in two sessions at one time.</summary>
    Participant,

    /// <summary>The trainer has said that they cannot teach then.</summary>
    TrainerAbsent,

    /// <summary>The room holds fewer people than the session has seats.</summary>
    RoomTooSmall,

    /// <summary>A weekend, a public holiday or a closing day.</summary>
    NoWorkingDay,
}

/// <summary>Something that stood in the way of a plan and was accepted all the same: kept with the reason, and with who accepted it.</summary>
public sealed class AcceptedClash
{
    public const int ReasonMaxLength = 200;

    /// <summary>The reason recorded when a planning file brings the clash with it.</summary>
    public const string Imported = "imported";

    private AcceptedClash() => (Reason, RecordedBy) = ("", "");

    public AcceptedClash(SessionId session, SessionId other, RoomId room, DateOnly date, TimeInterval hours, string reason, DateTimeOffset now)
        : this(session, new Clash(ClashKind.Room, other, "", room, null, "", date, hours), reason, Imported, now)
    {
    }

    public AcceptedClash(SessionId session, Clash clash, string reason, string by, DateTimeOffset now) : this()
    {
        (Id, SessionId, Kind, OtherSessionId) = (new AcceptedClashId(Guid.CreateVersion7()), session, clash.Kind, clash.Other);
        (RoomId, PersonId, Date, Start, End) = (clash.Room, clash.Person, clash.Date, clash.Hours?.Start, clash.Hours?.End);
        (Reason, RecordedBy, RecordedAt) = (reason, by, now);
    }

    public AcceptedClashId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public ClashKind Kind { get; private set; }

    /// <summary>The other session, where the clash is with one.</summary>
    public SessionId? OtherSessionId { get; private set; }

    public RoomId? RoomId { get; private set; }

    public PersonId? PersonId { get; private set; }

    public DateOnly Date { get; private set; }

    public TimeOnly? Start { get; private set; }

    public TimeOnly? End { get; private set; }

    public string Reason { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
