using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Exams;
using Training.Domain.Attendance.Policies;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Web.Features.Verdicts;

/// <summary>Everybody in a session, with what each rule says of them and why, and their marks.</summary>
/// <param name="OfCourse">Rules that come with the course.</param>
/// <param name="OfSession">Rules of this session alone.</param>
public sealed record VerdictsPage(
    SessionId Session, string Code, LocalizedText Course, DateOnly FirstDay, DateOnly LastDay, IReadOnlyList<AttendancePolicyKind> OfCourse,
    IReadOnlyList<AttendancePolicyKind> OfSession, IReadOnlyList<VerdictsPage.Row> People)
{
    public MarksForm? Typed { get; init; }

    public string? Refusal { get; init; }

    public bool HasExam => People.Any(row => row.Exam.Subjects.Count > 0);

    public sealed record Row(EnrolmentId Enrolment, string Name, string Organisation, AttendedMinutes Minutes, IReadOnlyList<SessionVerdicts.Line> Verdicts, ExamResult Exam);

    /// <summary>What was typed, or what is known.</summary>
    public (string? Marks, bool IsExempt) ShownOf(Row row, ExamSubject subject) =>
        Typed?.Rows.FirstOrDefault(typed => typed.Enrolment == row.Enrolment.Value)?.Subjects.FirstOrDefault(typed => typed.Code == subject.Code) is { } typed
            ? (typed.Marks, typed.IsExempt)
            : (subject.Entry.Marks?.ToString("0.##", CultureInfo.CurrentCulture), subject.Entry.IsExempt);

    public static async Task<VerdictsPage> FindAsync(TrainingDbContext db, OfficeClock clock, Reader reader, string code, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().TaughtBy(reader).Where(s => s.Code == code && s.FirstDay != null).OneAsync(ct);
        var version = await db.CourseVersions.AsNoTracking().Where(v => v.Id == session.CourseVersionId).OneAsync(ct);
        var verdicts = await SessionVerdicts.LoadAsync(db, clock, session.Id, ct);
        var seated = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where enrolment.SessionId == session.Id && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName, enrolment.Id
            select new { enrolment.Id, Name = person.LastName + " " + person.FirstName, organisation.Code }).ToListAsync(ct);

        return new VerdictsPage(
            session.Id, session.Code, version.Title, session.FirstDay!.Value, session.LastDay!.Value, [version.Policy, .. version.FurtherPolicies], session.FurtherPolicies,
            [.. seated.Select(one => new Row(one.Id, one.Name, one.Code, verdicts.MinutesOf(one.Id), verdicts.Of(one.Id), verdicts.Exam.ResultOf(one.Id)))]);
    }
}
