using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Exams;
using Training.Domain.Attendance.Policies;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Attendance;

/// <summary>Several rules at once, the exam of community guards among them.</summary>
public class ExamTests
{
    private static readonly DateOnly Day = new(2027, 3, 8);

    private static readonly LocalizedText Law = new("Droits et devoirs", "Rechten en plichten");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Half of each subject and three fifths of all, out of 20 and 20.
    [Theory]
    [InlineData(10, 14, AttendanceVerdict.Met)]
    [InlineData(10, 13.5, AttendanceVerdict.NotMet)]
    [InlineData(9.5, 20, AttendanceVerdict.NotMet)]
    [InlineData(12, 12, AttendanceVerdict.Met)]
    public void Is_passed_with_half_of_every_subject_and_three_fifths_of_all(double law, double aid, AttendanceVerdict verdict) =>
        new GuardExam(0.50m, 0.60m).Judge(default, Exam((decimal)law, (decimal)aid)).ShouldBe(verdict);

    [Fact]
    public void Waits_for_marks_that_may_still_pass_it_and_not_for_those_that_cannot()
    {
        var rule = new GuardExam(0.50m, 0.60m);

        rule.Judge(default, Exam(12, null)).ShouldBe(AttendanceVerdict.Undecided);
        rule.Judge(default, Exam(9, null)).ShouldBe(AttendanceVerdict.NotMet);
        rule.WhyNot(default, Exam(9, null)).ShouldBe([new SubjectNotPassed(Law, 9, 10)]);
        rule.WhyNot(default, Exam(10, 10)).ShouldBe([new ExamNotPassed(20, 24)]);
        rule.Judge(default, ExamResult.None).ShouldBe(AttendanceVerdict.Met);
    }

    [Fact]
    public void Leaves_out_a_subject_from_which_somebody_is_exempt()
    {
        var exempt = new ExamResult([new("law", Law, 20, new ExamEntry(null, IsExempt: true)), new("aid", Law, 20, new ExamEntry(12, IsExempt: false))]);

        new GuardExam(0.50m, 0.60m).Judge(default, exempt).ShouldBe(AttendanceVerdict.Met);
    }

    [Fact]
    public void Rules_together_are_met_when_each_is_and_leave_the_smallest_room()
    {
        var both = new EveryPolicy([new GsobThreshold(0.75m), new PelQuarter(0.10m)]);

        both.Judge(new AttendedMinutes(1000, 880, 0, 120, 0)).ShouldBe(AttendanceVerdict.NotMet);
        both.WhyNot(new AttendedMinutes(1000, 880, 0, 120, 0)).ShouldBe([new TooMuchUnjustified(120, 100)]);
        both.Judge(new AttendedMinutes(1000, 880, 120, 0, 0)).ShouldBe(AttendanceVerdict.Met);
        both.RoomFor(default, 1000).Unjustified.ShouldBe(100);
        both.ShouldBe(new EveryPolicy([new GsobThreshold(0.75m), new PelQuarter(0.10m)]));
    }

    [Theory, BothDatabases]
    public async Task Is_entered_by_who_teaches_and_keeps_what_was_entered_before(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await ExaminedAsync(school);
        var person = day.People[0];

        (await EnterAsync(school, day, new EnterExamMarks.Line(person, "law", new(21, false)))).Refusal.ShouldBe(new MarksOutOfRange(Law, 20));
        (await EnterAsync(school, day, new EnterExamMarks.Line(person, "law", new(9, false)), new EnterExamMarks.Line(person, "aid", new(15, false)))).IsRefused.ShouldBeFalse();
        (await VerdictAsync(school, day, person)).Because.ShouldBe([new SubjectNotPassed(Law, 9, 10)]);
        (await EnterAsync(school, day, new EnterExamMarks.Line(person, "law", new(10, false)), new EnterExamMarks.Line(person, "aid", new(15, false)))).IsRefused.ShouldBeFalse();

        (await VerdictAsync(school, day, person)).Verdict.ShouldBe(AttendanceVerdict.Met);
        (await school.ReadAsync(db => db.ExamMarks.CountAsync(Ct))).ShouldBe(3);
        await Should.ThrowAsync<NotFoundException>(() => school.DoAsync((EnterExamMarks use) => use.HandleAsync(new(day.Session.Id, [], Reader.Nobody), Ct)));
        foreach (var change in new[] { "update exam_marks set marks = 20", "delete from exam_marks" })
            await Should.ThrowAsync<System.Data.Common.DbException>(() => school.ReadAsync(db => db.Database.ExecuteSqlRawAsync(change, Ct)));
    }

    [Theory, BothDatabases]
    public async Task Decides_on_the_certificate_of_success_and_not_on_participation(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await ExaminedAsync(school);
        var person = day.People[0];
        await day.CloseAsync(day.Registers);
        await day.SealAsync();
        (await day.StatusAsync(person)).ShouldBe(EnrolmentStatus.Completed);

        (await SucceedAsync(school, day)).Refusal.ShouldBe(new SuccessNotReached(1));
        await EnterAsync(school, day, new EnterExamMarks.Line(person, "law", new(12, false)), new EnterExamMarks.Line(person, "aid", new(null, true)));
        (await SucceedAsync(school, day)).Value.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_session_may_stand_under_rules_beside_those_of_its_course(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1);
        var person = day.People[0];
        await day.MarkAsync(day.Registers[0], (person, new Presence(Absent: false, Arrived: new TimeOnly(9, 45))));
        await day.MarkAsync(day.Registers[1], (person, Presence.Throughout));
        await school.DoAsync((PutSessionUnder use) => use.HandleAsync(new(day.Session.Id, [AttendancePolicyKind.PelQuarter]), Ct));
        await school.DoAsync((RuleAbsence use) => use.HandleAsync(new(person, Day, null, AbsenceKind.Unjustified, null, null), Ct));

        var lines = await school.ReadAsync(async db => (await SessionVerdicts.LoadAsync(db, school.OfficeClock, day.Session.Id, Ct)).Of(person));

        // 45 of 360 minutes: enough for the school, too much for educational leave, which does not decide how the course ends.
        lines.Select(line => (line.Policy.GetType(), line.Verdict)).ShouldBe([(typeof(GsobThreshold), AttendanceVerdict.Met), (typeof(PelQuarter), AttendanceVerdict.NotMet)]);
        lines[1].Because.ShouldBe([new TooMuchUnjustified(45, 36)]);
        lines[1].Quarter.ShouldBe(new Quarter(Day));
        await day.CloseAsync(day.Registers);
        await day.SealAsync();
        (await day.StatusAsync(person)).ShouldBe(EnrolmentStatus.Completed);
    }

    // A day of the guards' course with two examined subjects, of which one person missed nothing.
    private static async Task<TaughtDay> ExaminedAsync(TestSchool school)
    {
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1, AttendancePolicyKind.CommunityGuard, minRatio: null);
        await school.ReadAsync(async db =>
        {
            var version = await db.CourseVersions.Include(v => v.Subjects).SingleAsync(v => v.Id == day.Session.CourseVersionId, Ct);
            version.SetSubject("law", Law, 24 * 60, 20);
            version.SetSubject("aid", new("Secourisme", "Eerste hulp"), 12 * 60, 20);
            return await db.SaveChangesAsync(Ct);
        });
        await day.MarkAsync(day.Registers[0], (day.People[0], Presence.Throughout));
        await day.MarkAsync(day.Registers[1], (day.People[0], Presence.Throughout));
        return day;
    }

    private static ExamResult Exam(decimal? law, decimal? aid) =>
        new([new("law", Law, 20, new ExamEntry(law, false)), new("aid", new("Secourisme", "Eerste hulp"), 20, new ExamEntry(aid, false))]);

    private static Task<Outcome<Done>> EnterAsync(TestSchool school, TaughtDay day, params EnterExamMarks.Line[] lines) =>
        school.DoAsync((EnterExamMarks use) => use.HandleAsync(new(day.Session.Id, lines, Reader.WholeSchool), Ct));

    private static Task<Outcome<int>> SucceedAsync(TestSchool school, TaughtDay day) =>
        school.DoAsync((IssueCertificates use) => use.HandleAsync(new(day.Session.Id, CertificateKind.Success, [day.People[0]]), Ct));

    private static Task<(AttendanceVerdict Verdict, IReadOnlyList<Refusal> Because)> VerdictAsync(TestSchool school, TaughtDay day, EnrolmentId person) => school.ReadAsync(async db =>
    {
        var line = (await SessionVerdicts.LoadAsync(db, school.OfficeClock, day.Session.Id, Ct)).Of(person).Single(one => one.Policy is GuardExam);
        return (line.Verdict, line.Because);
    });
}
