using Training.Domain.Time;

namespace Training.Domain.Sessions;

public readonly record struct TeachingSlotId(Guid Value) : IId<TeachingSlotId>
{
    public static TeachingSlotId New() => new(Guid.CreateVersion7());

    public static TeachingSlotId From(Guid value) => new(value);
}

/// <summary>A stretch of teaching on one day, in office time. Breaks are the gaps between slots and are never counted.</summary>
public sealed class TeachingSlot
{
    private TeachingSlot()
    {
    }

    internal TeachingSlot(SessionId session, DateOnly date, TimeInterval hours) =>
        (Id, SessionId, Date, Start, End, Minutes) = (TeachingSlotId.New(), session, date, hours.Start, hours.End, hours.Minutes);

    public TeachingSlotId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public DateOnly Date { get; private set; }

    public TimeOnly Start { get; private set; }

    public TimeOnly End { get; private set; }

    /// <summary>Kept beside start and end so that sums run in the database.</summary>
    public int Minutes { get; private set; }

    public TimeInterval Hours => new(Start, End);

    public DayPart Part => DayParts.Of(Start);
}
