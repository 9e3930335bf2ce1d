using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.Certificates;

/// <summary>What is asked of a certificate of educational leave, from whichever side it is issued.</summary>
public class EducationalLeaveCertificateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Six days in a row from 30 December: two lie in the last quarter, four in the first.
    [Theory, BothDatabases]
    public async Task Bears_the_days_and_the_hours_of_the_course_within_the_quarter(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var course = await CourseAsync(school, new(2026, 12, 30), "Anna");
        await course.Taught.TeachAsync(course.Session, (course.People[0], Presence.Throughout));
        await course.Taught.SealAsync(course.Session);
        school.Clock.SetOfficeTime("2027-01-04 12:00");

        (await AttendanceAsync(school, course, new(2026, 12, 1))).Value.ShouldBe(1);
        (await AttendanceAsync(school, course, new(2027, 1, 1))).Refusal.ShouldBe(new QuarterNotOver("2027-Q1", new(2027, 1, 4)));
        (await AttendanceAsync(school, course, new(2031, 10, 1))).Refusal.ShouldBe(new NotTaughtInQuarter("2031-Q4"));

        var content = (await school.ReadAsync(db => db.Certificates.AsNoTracking().SingleAsync(Ct))).Content;
        (content.FirstDay, content.LastDay, content.AttendedMinutes, content.ScheduledMinutes).ShouldBe((new(2026, 12, 30), new(2026, 12, 31), 720, 720));
    }

    [Theory, BothDatabases]
    public async Task Waits_for_the_seals_of_the_quarter(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var course = await CourseAsync(school, new(2026, 11, 30), "Anna");
        await course.Taught.TeachAsync(course.Session, (course.People[0], Presence.Throughout));
        school.Clock.SetOfficeTime("2027-01-04 12:00");

        (await AttendanceAsync(school, course, new(2026, 11, 30))).Refusal.ShouldBe(new HalfDaysUnsealed(12));
    }

    // One of six days is 16.67 %, over the tenth; a morning is 8.33 %, under it.
    [Theory, BothDatabases]
    public async Task Is_for_whoever_was_regular_and_waits_for_no_decision(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var first = new DateOnly(2026, 11, 30);
        var course = await CourseAsync(school, first, "Anna", "Bert", "Carla", "Dirk");
        var (anna, bert, carla, dirk) = (course.People[0], course.People[1], course.People[2], course.People[3]);
        await course.Taught.TeachAsync(course.Session, (anna, Presence.Throughout), (bert, Presence.Throughout), (carla, Presence.Throughout), (dirk, new Presence(Absent: true)));
        await course.Taught.SealAsync(course.Session);
        await MissAsync(school, course, bert, DayPart.Morning, DayPart.Afternoon);
        await MissAsync(school, course, carla, DayPart.Morning);
        await course.Taught.RuleAsync(bert, first, AbsenceKind.Unjustified);
        school.Clock.SetOfficeTime("2027-01-04 12:00");

        (await AttendanceAsync(school, course, first)).Value.ShouldBe(2, "Anna, and Carla, on whose morning nobody has decided");
        await course.Taught.RuleAsync(carla, first, AbsenceKind.Unjustified);
        (await AttendanceAsync(school, course, first)).Value.ShouldBe(0);

        (await school.ReadAsync(db => db.Certificates.OrderBy(c => c.Sequence).Select(c => c.EnrolmentId).ToListAsync(Ct))).ShouldBe([anna, carla]);
    }

    [Theory, BothDatabases]
    public async Task Is_not_issued_in_a_course_that_does_not_open_it_by_the_button_either(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var course = await CourseAsync(school, new(2026, 11, 30), AttendancePolicyKind.GsobThreshold, "Anna");

        foreach (var kind in new[] { CertificateKind.RegularEnrolment, CertificateKind.RegularAttendance })
            (await school.DoAsync((IssueCertificates use) => use.HandleAsync(new(course.Session.Id, kind), Ct))).Refusal.ShouldBe(new CourseNotRecognised());
    }

    [Theory, BothDatabases]
    public async Task Bears_the_category_and_the_recognition_of_the_course_and_is_not_issued_without(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var course = await CourseAsync(school, new(2026, 11, 30), "Anna");
        (await school.DoAsync((IssueCertificates use) => use.HandleAsync(new(course.Session.Id, CertificateKind.RegularEnrolment), Ct))).Value.ShouldBe(1);
        var twin = await school.DoAsync((PrintCertificateAgain use) => use.HandleAsync(new("TEST-2026-000001", CorrespondenceLanguage.Nl), Ct));

        PdfReading.TextOf(twin.Value!.Content).ShouldContain($"Betaald educatief verlof · beroepsopleiding · erkenning: {EducationalLeave.Recognition}.");
        await using var other = await TestSchool.OnAsync(engine);
        await EducationalLeave.OfferAsync(other, recognition: "none");
        var session = await new TaughtSchool(other, Ct).SessionAsync("S-1", 360, new(2026, 11, 30), days: 6, policy: AttendancePolicyKind.PelQuarter);
        (await other.DoAsync((IssueCertificates use) => use.HandleAsync(new(session.Id, CertificateKind.RegularEnrolment), Ct))).Refusal.ShouldBe(new RecognitionNotStated());
    }

    private sealed record Course(TaughtSchool Taught, Session Session, IReadOnlyList<EnrolmentId> People);

    private static Task<Course> CourseAsync(TestSchool school, DateOnly first, params string[] people) => CourseAsync(school, first, AttendancePolicyKind.PelQuarter, people);

    private static async Task<Course> CourseAsync(TestSchool school, DateOnly first, AttendancePolicyKind policy, params string[] people)
    {
        await EducationalLeave.OfferAsync(school);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var session = await taught.SessionAsync("S-1", 360, first, days: 6, policy: policy);
        var enrolled = new List<EnrolmentId>();
        foreach (var name in people)
            enrolled.Add(await taught.EnrolAsync(session, employer, await taught.PersonAsync(employer, name)));
        return new Course(taught, session, enrolled);
    }

    private static Task<Outcome<int>> AttendanceAsync(TestSchool school, Course course, DateOnly quarter) =>
        school.DoAsync((IssueCertificates use) => use.HandleAsync(new(course.Session.Id, CertificateKind.RegularAttendance, Quarter: quarter), Ct));

    // The register of the first day is put right: some of it was missed.
    private static async Task MissAsync(TestSchool school, Course course, EnrolmentId person, params DayPart[] parts)
    {
        foreach (var part in parts)
        {
            var register = await school.ReadAsync(db => db.Registers.Where(r => r.SessionId == course.Session.Id && r.Part == part).OrderBy(r => r.Date).Select(r => r.Id).FirstAsync(Ct));
            (await school.DoAsync((Training.Domain.Attendance.Seals.CorrectMarks use) => use.HandleAsync(new(register, person, new Presence(Absent: true), "Not there"), Ct))).IsRefused.ShouldBeFalse();
        }
    }
}

internal static class EducationalLeave
{
    public const string Recognition = "CP 329.02, 12.03.2026";

    /// <summary>The school issues certificates of educational leave.</summary>
    public static Task OfferAsync(TestSchool school, string recognition = Recognition) => school.SaveAsync(
        Row(school, ParameterKeys.EducationalLeaveCertificates, "true"), Row(school, ParameterKeys.PelRecognition, recognition));

    private static Parameter Row(TestSchool school, string key, string value) => new(
        new ParameterRow(key, value, new(2012, 1, 1), null, "Recognised course", ParameterCertainty.Design), "tester", school.Clock.GetUtcNow().AddMinutes(1));
}
