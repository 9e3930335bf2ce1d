using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Exams;
using Training.Domain.Certificates;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Policies;

/// <summary>What every rule of a session says of everybody, and why.</summary>
public sealed class SessionVerdicts
{
    private readonly Dictionary<EnrolmentId, CoursePolicies> _policies;

    private SessionVerdicts(Dictionary<EnrolmentId, CoursePolicies> policies, SessionAttendance attendance, SessionExam exam) => (_policies, Attendance, Exam) = (policies, attendance, exam);

    public SessionAttendance Attendance { get; }

    public SessionExam Exam { get; }

    /// <param name="Quarter">For the rule of educational leave, which is judged quarter by quarter.</param>
    /// <param name="Because">Why it is not met.</param>
    public sealed record Line(AttendancePolicy Policy, Quarter? Quarter, AttendanceVerdict Verdict, IReadOnlyList<Refusal> Because);

    public static async Task<SessionVerdicts> LoadAsync(TrainingDbContext db, OfficeClock clock, SessionId id, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == id && s.FirstDay != null).OneAsync(ct);
        var version = await db.CourseVersions.AsNoTracking().Where(v => v.Id == session.CourseVersionId).OneAsync(ct);
        var parameters = await db.ParameterBookAsync(ct);
        var asked = await db.Enrolments.AsNoTracking().Where(e => e.SessionId == id).Select(e => new { e.Id, e.RequestedAt }).ToListAsync(ct);
        return new SessionVerdicts(
            asked.ToDictionary(one => one.Id, one => CoursePolicies.Of(version, session, parameters, clock.DateOn(one.RequestedAt))), await SessionAttendance.LoadAsync(db, id, ct), await SessionExam.LoadAsync(db, id, ct));
    }

    public AttendedMinutes MinutesOf(EnrolmentId enrolment) => Attendance.MinutesOf(enrolment, Attendance.Slots);

    /// <summary>The exam is not passed, or not yet. Where there is none, nobody is to pass it.</summary>
    public bool HasNotPassed(EnrolmentId enrolment) => Of(enrolment).Any(line => line is { Policy: GuardExam, Verdict: not AttendanceVerdict.Met });

    /// <summary>What decides how the course ended.</summary>
    public Line EndingOf(EnrolmentId enrolment) => Judged(enrolment, _policies[enrolment].Ending, MinutesOf(enrolment));

    public IReadOnlyList<Line> Of(EnrolmentId enrolment) =>
    [
        .. _policies[enrolment].All.Where(policy => policy is not GuardExam || Exam.Subjects.Count > 0).SelectMany(policy => policy is PelQuarter
            ? Attendance.Slots.GroupBy(slot => new Quarter(slot.Date)).Select(quarter => Judged(enrolment, policy, Attendance.MinutesOf(enrolment, quarter), quarter.Key))
            : [Judged(enrolment, policy, MinutesOf(enrolment))]),
    ];

    private Line Judged(EnrolmentId enrolment, AttendancePolicy policy, AttendedMinutes minutes, Quarter? quarter = null)
    {
        var exam = Exam.ResultOf(enrolment);
        var verdict = policy.Judge(minutes, exam);
        return new Line(policy, quarter, verdict, verdict == AttendanceVerdict.NotMet ? [.. policy.WhyNot(minutes, exam)] : []);
    }
}
