namespace Training.Domain.Time;

/// <summary>
/// The school's clock. Moments are UTC; today, deadlines and teaching hours follow the office's time zone (Europe/Brussels).
/// </summary>
public sealed class OfficeClock(TimeProvider time, TimeZoneInfo zone)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => DateOn(Now);

    /// <summary>The wall clock of the office at this moment.</summary>
    public DateTime LocalNow => LocalOn(Now);

    public DateTime LocalOn(DateTimeOffset moment) => AtOffice(moment).DateTime;

    /// <summary>The same moment, with the offset that the office had then.</summary>
    public DateTimeOffset AtOffice(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);

    public DateOnly DateOn(DateTimeOffset moment) => DateOnly.FromDateTime(LocalOn(moment));

    /// <summary>
    /// The UTC moment of an office date and time. A time that the spring change skips is read one hour later; a time that
    /// the autumn change repeats is read as its first occurrence.
    /// </summary>
    public DateTimeOffset MomentOf(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
