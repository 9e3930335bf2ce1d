using Shouldly;
using Training.Domain.Messages;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Messages;

public class DigestTimesTests
{
    // 24 December 2026 is a Thursday and closed here; Christmas and New Year's Day are Fridays, 29 March 2027 is Easter Monday.
    [Theory]
    [InlineData(Delivery.Daily, "2026-11-23 07:59", "2026-11-23 08:00")]
    [InlineData(Delivery.Daily, "2026-11-23 08:00", "2026-11-24 08:00")]
    [InlineData(Delivery.Daily, "2026-11-27 17:00", "2026-11-30 08:00")]
    [InlineData(Delivery.Daily, "2026-12-23 12:00", "2026-12-28 08:00")]
    [InlineData(Delivery.Weekly, "2026-11-23 07:59", "2026-11-23 08:00")]
    [InlineData(Delivery.Weekly, "2026-11-23 08:00", "2026-11-30 08:00")]
    [InlineData(Delivery.Weekly, "2026-11-29 23:30", "2026-11-30 08:00")]
    [InlineData(Delivery.Weekly, "2027-03-26 12:00", "2027-03-30 08:00")]
    [InlineData(Delivery.Weekly, "2027-03-29 12:00", "2027-03-30 08:00")]
    [InlineData(Delivery.Weekly, "2027-03-30 12:00", "2027-04-05 08:00")]
    public void Are_the_next_morning_of_work_or_the_first_of_a_week_in_summer_and_in_winter(Delivery delivery, string written, string goes)
    {
        var time = TestClock.New();
        var clock = new OfficeClock(time, time.LocalTimeZone);
        time.SetOfficeTime(written);

        var at = new DigestTimes(clock, new WorkingDays([new DateOnly(2026, 12, 24)]), new TimeOnly(8, 0)).After(delivery, clock.Now);

        clock.LocalOn(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(goes);
    }
}
