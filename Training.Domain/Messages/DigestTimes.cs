using Training.Domain.Time;

namespace Training.Domain.Messages;

/// <summary>When messages that wait for each other go.</summary>
/// <param name="hour">Of the office.</param>
public sealed class DigestTimes(OfficeClock clock, WorkingDays days, TimeOnly hour)
{
    private const int DaysOfWeek = 7;

    /// <summary>The first moment after a message was written: the next morning of a working day, or that of the first one of a week.</summary>
    public DateTimeOffset After(Delivery delivery, DateTimeOffset written)
    {
        var day = clock.DateOn(written);
        if (delivery == Delivery.Weekly)
            day = day.AddDays(-((int)day.DayOfWeek + DaysOfWeek - (int)DayOfWeek.Monday) % DaysOfWeek);

        var step = delivery == Delivery.Weekly ? DaysOfWeek : 1;
        while (MorningOf(day) <= written)
            day = day.AddDays(step);
        return MorningOf(day);
    }

    private DateTimeOffset MorningOf(DateOnly day) => clock.MomentOf(days.OnOrAfter(day), hour);
}
