using System.Text.RegularExpressions;
using Shouldly;
using Training.Web.Features.Shared;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Jobs;

public partial class TimetableTests
{
    /// <summary>By hand, from <c>docs/domain.md</c>: in Brussels, the fires after 23 November 2026, nine o'clock.</summary>
    private static readonly Dictionary<string, string> Next = new()
    {
        ["waiting-list-invitations"] = "2026-11-24 07:00",
        ["offer-expiry"] = "2026-11-23 09:05",
        ["cancellation-reminders"] = "2026-11-24 07:15",
        ["session-go-no-go"] = "2026-11-24 06:30",
        ["sign-in-sheets"] = "2026-11-24 05:45",
        ["attendance-chase"] = "2026-11-24 08:00",
        ["justification-close"] = "2026-11-24 00:10",
        ["pel-enrolment-certificates"] = "2026-11-24 05:00",
        ["pel-attendance-certificates"] = "2026-11-24 05:15",
        ["ledger-settlement"] = "2026-11-24 00:40",
        ["ledger-expiry-and-carry-in"] = "2027-01-01 00:30",
        ["geco-monthly-statement"] = "2026-11-24 06:20",
        ["geco-vacancy-watch"] = "2026-11-30 07:40",
        ["funder-deadlines"] = "2026-11-30 07:45",
        ["certificates"] = "2026-11-24 04:30",
        ["retention-purge"] = "2026-12-01 05:30",
        ["national-number-sweep"] = "2026-11-29 22:00",
        ["parameter-gap-check"] = "2026-11-24 06:00",
        ["school-calendar-check"] = "2027-06-01 06:00",
        ["seal-day"] = "2026-11-24 00:12",
        ["begin-sessions"] = "2026-11-24 00:20",
        ["attendance-outlook"] = "2026-11-24 06:45",
        ["report-subscriptions"] = "2026-11-23 09:10",
    };

    [Fact]
    public void Fires_every_job_in_the_time_of_the_office()
    {
        var now = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

        Timetable.Jobs.ToDictionary(job => job.Name, job => TimeZoneInfo.ConvertTime(job.NextAfter(now)!.Value, Timetable.Office).ToString("yyyy-MM-dd HH:mm", null)).ShouldBe(Next, ignoreOrder: true);
    }

    [Fact]
    public void Times_nothing_in_the_hours_that_a_change_of_time_skips_or_repeats()
    {
        foreach (var job in Timetable.Jobs.Where(job => job.Name != "offer-expiry"))
        {
            var next = job.NextAfter(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
            foreach (var _ in Enumerable.Range(0, 40))
            {
                TimeZoneInfo.ConvertTime(next!.Value, Timetable.Office).Hour.ShouldNotBeInRange(1, 3, job.Name);
                next = job.NextAfter(next.Value);
            }
        }
    }

    [Theory]
    [InlineData("2026-03-29", 24)]
    [InlineData("2026-10-25", 25)]
    public void Leaves_no_hour_without_the_hourly_job(string date, int hours)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", null);
        var clock = new Training.Domain.Time.OfficeClock(TimeProvider.System, Timetable.Office);
        var (from, to) = (clock.MomentOf(day, TimeOnly.MinValue), clock.MomentOf(day.AddDays(1), TimeOnly.MinValue));
        var fires = new List<DateTimeOffset>();
        for (var next = Timetable.Find("offer-expiry")!.NextAfter(from); next < to; next = Timetable.Find("offer-expiry")!.NextAfter(next.Value))
            fires.Add(next!.Value);

        fires.Count.ShouldBe(hours);
        fires.Zip(fires.Skip(1), (one, other) => other - one).ShouldAllBe(gap => gap > TimeSpan.Zero && gap <= TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("2026-03-29", "0 30 2 * * ?")]
    [InlineData("2026-10-25", "0 30 2 * * ?")]
    public void Would_fire_once_at_half_past_two_on_the_nights_when_the_clocks_change(string date, string cron)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", null);
        var clock = new Training.Domain.Time.OfficeClock(TimeProvider.System, Timetable.Office);
        var job = new TimedJob("half-past-two", cron, Missed.RunOnce, typeof(CertificatesJob));
        var (from, to) = (clock.MomentOf(day, new TimeOnly(0, 0)), clock.MomentOf(day.AddDays(1), new TimeOnly(0, 0)));
        var fires = 0;
        for (var next = job.NextAfter(from); next < to; next = job.NextAfter(next.Value))
            fires++;

        fires.ShouldBe(1);
    }

    [Fact]
    public void Names_every_job_in_words()
    {
        var texts = new Texts();

        Timetable.Jobs.Select(job => $"Job_{job.Name}").Except(texts.Keys("fr")).ShouldBeEmpty();
        Timetable.Jobs.ShouldAllBe(job => Name().IsMatch(job.Name));
    }

    [GeneratedRegex("^[a-z][a-z-]+$")]
    private static partial Regex Name();
}
