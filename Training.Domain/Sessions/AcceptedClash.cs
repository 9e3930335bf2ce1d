using Training.Domain.Time;

namespace Training.Domain.Sessions;

public readonly record struct AcceptedClashId(Guid Value) : IId<AcceptedClashId>
{
    public static AcceptedClashId From(Guid value) => new(value);
}

/// <summary>Two sessions in one room at one time, kept with the reason why.</summary>
public sealed class AcceptedClash
{
    public const int ReasonMaxLength = 200;

    /// <summary>The reason recorded when a planning file brings the clash with it.</summary>
    public const string Imported = "imported";

    private AcceptedClash() => Reason = "";

    public AcceptedClash(SessionId session, SessionId other, RoomId room, DateOnly date, TimeInterval hours, string reason, DateTimeOffset now)
    {
        (Id, SessionId, OtherSessionId, RoomId) = (new AcceptedClashId(Guid.CreateVersion7()), session, other, room);
        (Date, Start, End, Reason, RecordedAt) = (date, hours.Start, hours.End, reason, now);
    }

    public AcceptedClashId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public SessionId OtherSessionId { get; private set; }

    public RoomId RoomId { get; private set; }

    public DateOnly Date { get; private set; }

    public TimeOnly Start { get; private set; }

    public TimeOnly End { get; private set; }

    public string Reason { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
