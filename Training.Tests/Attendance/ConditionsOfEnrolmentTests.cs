using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Attendance.Policies;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Attendance;

/// <summary>The school changes its conditions between two requests for one session.</summary>
public class ConditionsOfEnrolmentTests
{
    private static readonly DateOnly Day = new(2026, 6, 10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Of_the_day_of_the_request_hold_for_each_person_of_a_session(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1, AttendancePolicyKind.GsobThreshold, minRatio: null);
        await school.SaveAsync(new Parameter(
            new ParameterRow(ParameterKeys.CertificateMinRatio, "1.00", Day.AddDays(-20), null, "Decision", ParameterCertainty.Seen), "tester", school.Clock.GetUtcNow()));
        EnrolmentId[] people = [day.People[0], await day.EnrolOnAsync(Day.AddDays(-10))];

        // Both miss the first 45 of 360 minutes: enough before the change, too much since.
        await day.MarkAsync(day.Registers[0], [.. people.Select(one => (one, new Presence(Absent: false, Arrived: new TimeOnly(9, 45))))]);
        await day.MarkAsync(day.Registers[1], [.. people.Select(one => (one, Presence.Throughout))]);
        await day.CloseAsync(day.Registers);
        await day.SealAsync();
        school.Clock.SetOfficeTime(Day.AddDays(40), new(9, 0));
        await school.DoAsync((CloseJustifications use) => use.HandleAsync(Ct));

        (await day.StatusAsync(people[0])).ShouldBe(EnrolmentStatus.Completed);
        (await day.StatusAsync(people[1])).ShouldBe(EnrolmentStatus.BelowThreshold);
        (await day.OwedAsync(people[0])).ShouldBe(0);
        (await day.OwedAsync(people[1])).ShouldBe(200);
        var verdicts = await school.ReadAsync(db => SessionVerdicts.LoadAsync(db, school.OfficeClock, day.Session.Id, Ct));
        people.Select(one => verdicts.Of(one).Single().Verdict).ShouldBe([AttendanceVerdict.Met, AttendanceVerdict.NotMet]);
    }

    [Theory, BothDatabases]
    public async Task Tried_with_another_figure_name_only_those_who_asked_while_it_would_have_held(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1, AttendancePolicyKind.GsobThreshold, minRatio: null);
        EnrolmentId[] people = [day.People[0], await day.EnrolOnAsync(Day.AddDays(-10))];
        await day.MarkAsync(day.Registers[0], [.. people.Select(one => (one, new Presence(Absent: false, Arrived: new TimeOnly(9, 45))))]);
        await day.MarkAsync(day.Registers[1], [.. people.Select(one => (one, Presence.Throughout))]);
        await school.DoAsync((RuleAbsence use) => use.HandleAsync(new(people[0], Day, null, AbsenceKind.Unjustified, null, null), Ct));
        await school.DoAsync((RuleAbsence use) => use.HandleAsync(new(people[1], Day, null, AbsenceKind.Unjustified, null, null), Ct));

        school.Clock.SetOfficeTime(TestClock.FirstDay, new(9, 0));
        var draft = new Parameter(
            new ParameterRow(ParameterKeys.CertificateMinRatio, "1.00", Day.AddDays(-20), null, "Decision", ParameterCertainty.Seen), "tester", school.Clock.GetUtcNow());
        var answer = await school.DoAsync((TryParameter use) => use.HandleAsync(new(draft, Day.AddDays(-60), Day), Ct));

        answer.Endings.Select(ending => (ending.Person, ending.Was, ending.WouldBe)).ShouldBe([("Tardif Test", AttendanceVerdict.Met, AttendanceVerdict.NotMet)]);
    }
}
