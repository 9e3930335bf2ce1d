namespace Training.Domain.Time;

public readonly record struct ClosingDayId(Guid Value) : IId<ClosingDayId>
{
    public static ClosingDayId From(Guid value) => new(value);
}

/// <summary>A day on which the school is closed though it is no legal holiday: a replacement day, a bridge, a works day.</summary>
public sealed class ClosingDay(DateOnly date, string reason)
{
    public const int ReasonMaxLength = 200;

    public ClosingDayId Id { get; private set; } = new(Guid.CreateVersion7());

    public DateOnly Date { get; private set; } = date;

    public string Reason { get; private set; } = reason;
}
