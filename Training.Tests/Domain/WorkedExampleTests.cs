using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Policies;
using Training.Domain.Courses;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Xunit;

namespace Training.Tests.Domain;

/// <summary>The worked examples of docs/domain.md, figure by figure.</summary>
public class WorkedExampleTests
{
    private static readonly DateOnly Day = new(2027, 3, 8);

    [Fact]
    public void A_late_arrival_and_an_early_departure_leave_290_of_360_minutes()
    {
        var presence = new Presence(Absent: false, new TimeOnly(9, 20), new TimeOnly(15, 40));

        Attended(presence).ShouldBe([70, 75, 105, 40]);
    }

    [Theory]
    [InlineData("09:04", 90)]
    [InlineData("09:05", 90)]
    [InlineData("09:06", 84)]
    public void An_arrival_within_the_grace_counts_as_on_time(string arrived, int minutes)
    {
        var presence = new Presence(Absent: false, TimeOnly.Parse(arrived, System.Globalization.CultureInfo.InvariantCulture));

        Attended(presence, grace: 5)[0].ShouldBe(minutes);
    }

    [Fact]
    public void Three_quarters_of_a_post_give_1710_minutes_a_year() =>
        Entitlement.DayWeighted(2280, 2026, [new(new(2026, 1, 1), new(2026, 12, 31), 0.75m)]).ShouldBe(1710);

    [Fact]
    public void Half_a_minute_is_rounded_away_from_zero() => Entitlement.MonthWeighted(2280, 0.75m, 9).ShouldBe(1283);

    [Fact]
    public void A_change_of_fraction_in_the_year_is_weighted_by_days() => Entitlement.DayWeighted(
        2280, 2026, [new(new(2025, 9, 1), new(2026, 5, 31), 0.5m), new(new(2026, 6, 1), DateOnly.MaxValue, 0.8m)]).ShouldBe(1541);

    [Theory]
    [InlineData(210, AttendanceVerdict.Met)]
    [InlineData(228, AttendanceVerdict.Met)]
    [InlineData(229, AttendanceVerdict.NotMet)]
    public void Exactly_a_tenth_of_unjustified_absence_keeps_paid_educational_leave(int unjustified, AttendanceVerdict verdict) =>
        new PelQuarter(0.10m).Judge(Minutes(2280, unjustified: unjustified)).ShouldBe(verdict);

    [Theory]
    [InlineData(240, 0, AttendanceVerdict.Met)]
    [InlineData(300, 0, AttendanceVerdict.NotMet)]
    [InlineData(300, 180, AttendanceVerdict.Met)]
    public void Justified_absence_leaves_the_denominator_of_the_minimum(int missed, int justified, AttendanceVerdict verdict) =>
        new GsobThreshold(0.75m).Judge(Minutes(1080, justified, missed - justified)).ShouldBe(verdict);

    [Fact]
    public void A_certificate_waits_for_pending_minutes_that_decide_on_it() =>
        new GsobThreshold(0.75m).Judge(new AttendedMinutes(1080, 780, 0, 0, 300)).ShouldBe(AttendanceVerdict.Undecided);

    [Theory]
    [InlineData(21 * 60, 0, AttendanceVerdict.Met)]
    [InlineData(1272, 0, AttendanceVerdict.Met)]
    [InlineData(22 * 60, 0, AttendanceVerdict.NotMet)]
    [InlineData(0, 60, AttendanceVerdict.NotMet)]
    public void A_community_guard_misses_at_most_a_fifth_and_nothing_without_a_reason(int justified, int unjustified, AttendanceVerdict verdict) =>
        new CommunityGuard(106 * 60, 0.20m).Judge(Minutes(106 * 60, justified, unjustified)).ShouldBe(verdict);

    private static int[] Attended(Presence presence, int grace = 0) =>
        [.. Slots().Select(slot => slot.Minutes - presence.MissedIn(slot, grace).Sum(gap => gap.Minutes))];

    private static IReadOnlyList<TeachingSlot> Slots()
    {
        var session = new Session("S", new CourseVersionId(Guid.CreateVersion7()), TeachingLanguage.Fr, new RoomId(Guid.CreateVersion7()), 1, 20);
        foreach (var hours in new[] { "09:00-10:30", "10:45-12:00", "13:00-14:45", "15:00-16:30" })
            session.Plan(Day, TimeInterval.Parse(hours));
        return session.Slots;
    }

    private static AttendedMinutes Minutes(int scheduled, int justified = 0, int unjustified = 0) =>
        new(scheduled, scheduled - justified - unjustified, justified, unjustified, 0);
}
