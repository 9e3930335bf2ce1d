using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Training.Domain.Time;

namespace Training.Tests.Infrastructure;

/// <summary>The clock of a test: it stands still until the test moves it. It begins on Monday 23 November 2026, nine o'clock in Brussels.</summary>
public static class TestClock
{
    public static readonly DateOnly FirstDay = new(2026, 11, 23);

    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    public static FakeTimeProvider New()
    {
        var clock = new FakeTimeProvider();
        clock.SetLocalTimeZone(Brussels);
        clock.SetOfficeTime(FirstDay, new TimeOnly(9, 0));
        return clock;
    }

    /// <summary>Moves the clock forward or back to a wall-clock time of the office.</summary>
    public static void SetOfficeTime(this FakeTimeProvider clock, DateOnly date, TimeOnly time) =>
        clock.AdjustTime(new OfficeClock(clock, Brussels).MomentOf(date, time));

    /// <summary>As people write it: <c>2026-11-25 14:00</c>.</summary>
    public static void SetOfficeTime(this FakeTimeProvider clock, string dateAndTime)
    {
        var moment = DateTime.ParseExact(dateAndTime, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        clock.SetOfficeTime(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
    }
}
