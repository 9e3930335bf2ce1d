using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.Certificates;

public class IssueDueCertificatesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Issues_participation_once_the_last_register_is_sealed_and_nothing_twice(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (taught, session, enrolment) = await EnrolledAsync(school, new(2026, 11, 30), days: 1);
        (await IssueAsync(school, "2026-12-01", CertificateKind.Participation)).ShouldBe(0, "the register is open");
        await taught.TeachAsync(session, (enrolment, Presence.Throughout));
        await taught.SealAsync(session);

        (await IssueAsync(school, "2026-12-03", CertificateKind.Participation)).ShouldBe(1);
        (await IssueAsync(school, "2026-12-04", CertificateKind.Participation)).ShouldBe(0);
    }

    // Starts on 30 November: the twentieth day is 20 December. Whoever enrolled before is due then.
    [Theory, BothDatabases]
    public async Task Issues_regular_enrolment_on_the_twentieth_day_where_the_school_offers_educational_leave(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await EnrolledAsync(school, new(2026, 11, 30), days: 6, AttendancePolicyKind.PelQuarter);
        (await IssueAsync(school, "2026-12-20", CertificateKind.RegularEnrolment)).ShouldBe(0, "it is not offered");
        await EducationalLeave.OfferAsync(school);

        (await IssueAsync(school, "2026-12-19", CertificateKind.RegularEnrolment)).ShouldBe(0);
        (await IssueAsync(school, "2026-12-20", CertificateKind.RegularEnrolment)).ShouldBe(1);
        (await IssueAsync(school, "2026-12-21", CertificateKind.RegularEnrolment)).ShouldBe(0);
    }

    // Six days under another rule than that of educational leave, and five days, which are less than 32 hours.
    [Theory, BothDatabases]
    public async Task Issues_none_for_educational_leave_in_a_course_that_does_not_open_it(Engine engine)
    {
        foreach (var (policy, days) in new[] { (AttendancePolicyKind.GsobThreshold, 6), (AttendancePolicyKind.PelQuarter, 5) })
        {
            await using var school = await TestSchool.OnAsync(engine);
            await EducationalLeave.OfferAsync(school);
            await EnrolledAsync(school, new(2026, 11, 30), days, policy);

            (await IssueAsync(school, "2027-01-20", CertificateKind.RegularEnrolment)).ShouldBe(0);
            (await IssueAsync(school, "2027-01-20", CertificateKind.RegularAttendance)).ShouldBe(0);
        }
    }

    // Six days in a row from Monday 30 November: the last is Saturday 5 December.
    [Theory, BothDatabases]
    public async Task Issues_regular_attendance_on_the_eighth_day_after_the_end(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (taught, session, enrolment) = await EnrolledAsync(school, new(2026, 11, 30), days: 6, AttendancePolicyKind.PelQuarter);
        await EducationalLeave.OfferAsync(school);
        await taught.TeachAsync(session, (enrolment, Presence.Throughout));
        await taught.SealAsync(session);

        (await IssueAsync(school, "2026-12-12", CertificateKind.RegularAttendance)).ShouldBe(0);
        (await IssueAsync(school, "2026-12-13", CertificateKind.RegularAttendance)).ShouldBe(1);
        (await IssueAsync(school, "2026-12-14", CertificateKind.RegularAttendance)).ShouldBe(0);
        (await school.ReadAsync(db => db.Certificates.CountAsync(Ct))).ShouldBe(1);
    }

    private static async Task<(TaughtSchool Taught, Session Session, EnrolmentId Enrolment)> EnrolledAsync(
        TestSchool school, DateOnly first, int days, AttendancePolicyKind policy = AttendancePolicyKind.GsobThreshold)
    {
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var session = await taught.SessionAsync("S-1", 360, first, days: days, policy: policy);
        return (taught, session, await taught.EnrolAsync(session, employer, await taught.PersonAsync(employer, "Anna")));
    }

    private static Task<int> IssueAsync(TestSchool school, string day, CertificateKind kind)
    {
        school.Clock.SetOfficeTime($"{day} 05:00");
        return school.DoAsync((IssueDueCertificates use) => use.HandleAsync(new(kind), Ct));
    }
}
