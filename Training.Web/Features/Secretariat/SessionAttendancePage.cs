using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Secretariat;

/// <summary>One session's attendance for the secretariat: the half-days, everybody's minutes, and each stretch that was missed.</summary>
public sealed record SessionAttendancePage(
    Session Session, LocalizedText Course, IReadOnlyList<HalfDayRegister> HalfDays, IReadOnlyList<SessionAttendancePage.Row> People, int CertificatesDue)
{
    public IEnumerable<HalfDayRegister> ToSeal => HalfDays.Where(halfDay => halfDay.Status == RegisterStatus.Closed);

    /// <summary>The Mondays of the weeks in which it is taught.</summary>
    public IEnumerable<DateOnly> Weeks => HalfDays.Select(halfDay => halfDay.Date.AddDays(-(((int)halfDay.Date.DayOfWeek + 6) % 7))).Distinct();

    /// <summary>What was typed on somebody's line when it comes back with a refusal.</summary>
    public RulingForm? Typed { get; init; }

    public string? Refusal { get; init; }

    public sealed record Row(
        EnrolmentId Enrolment, string Name, string Organisation, EnrolmentStatus Status, AttendedMinutes Minutes, IReadOnlyList<MissedTime> Missed,
        decimal ChargeEur, string? CertificateNumber);

    public static async Task<SessionAttendancePage> FindAsync(TrainingDbContext db, string code, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Where(s => s.Code == code && s.FirstDay != null).OneAsync(ct);
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        var halfDays = await db.Registers.AsNoTracking().Where(r => r.SessionId == session.Id).OrderBy(r => r.Date).ThenBy(r => r.Part).ToListAsync(ct);
        var attendance = await SessionAttendance.LoadAsync(db, session.Id, ct);
        var people = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where enrolment.SessionId == session.Id && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName
            select new
            {
                enrolment.Id,
                Name = person.FirstName + " " + person.LastName,
                organisation.Code,
                enrolment.Status,
                Charges = db.ChargeLines.Where(c => c.EnrolmentId == enrolment.Id).Select(c => c.AmountEur).ToList(),
                Certificate = db.Certificates.Where(c => c.EnrolmentId == enrolment.Id && c.Kind == CertificateKind.Participation && c.RevokedAt == null).Select(c => c.Number).FirstOrDefault(),
                WasCertified = db.Certificates.Any(c => c.EnrolmentId == enrolment.Id && c.Kind == CertificateKind.Participation),
            }).ToListAsync(ct);

        return new SessionAttendancePage(
            session, title, halfDays,
            [.. people.Select(one => new Row(
                one.Id, one.Name, one.Code, one.Status, attendance.MinutesOf(one.Id, attendance.Slots), attendance.MissedBy(one.Id, attendance.Slots),
                one.Charges.Sum(), one.Certificate))],
            people.Count(one => one.Status == EnrolmentStatus.Completed && !one.WasCertified));
    }
}
