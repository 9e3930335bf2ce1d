namespace Training.Domain.Sessions;

public readonly record struct CapacityWarningId(Guid Value) : IId<CapacityWarningId>
{
    public static CapacityWarningId From(Guid value) => new(value);
}

/// <summary>The day on which a session was found to have fewer people than it needs, and how many they were. Written once and never altered.</summary>
public sealed class CapacityWarning
{
    private CapacityWarning()
    {
    }

    public CapacityWarning(SessionId session, int seatsTaken, int capacityMin, DateOnly decideBy, DateTimeOffset now) =>
        (Id, SessionId, SeatsTaken, CapacityMin, DecideBy, RecordedAt) =
            (new CapacityWarningId(Guid.CreateVersion7()), session, seatsTaken, capacityMin, decideBy, now);

    public CapacityWarningId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public int SeatsTaken { get; private set; }

    public int CapacityMin { get; private set; }

    /// <summary>From this day people can no longer cancel without cost: go or no-go is decided before.</summary>
    public DateOnly DecideBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
