namespace Training.Domain.Time;

/// <summary>Half of a session day: what one register covers and one signature stands for.</summary>
public enum DayPart
{
    Morning,
    Afternoon,
}

public static class DayParts
{
    public static readonly TimeOnly AfternoonFrom = new(12, 30);

    /// <summary>A slot belongs to the half-day in which it starts.</summary>
    public static DayPart Of(TimeOnly slotStart) => slotStart < AfternoonFrom ? DayPart.Morning : DayPart.Afternoon;
}
