using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Policies;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Watch;

/// <summary>
/// For every enrolment in a session that runs: what was attended, what is justified, what is still possible, and how much can still be missed.
/// </summary>
public sealed class FindOutlooks(TrainingDbContext db, OfficeClock clock)
{
    public sealed record Request(Reader Reader);

    public sealed record Line(
        EnrolmentId Enrolment, PersonId PersonId, string Person, OrganisationId OrganisationId, string Organisation, SessionId SessionId, string Session, LocalizedText Course,
        DateOnly FirstDay, DateOnly LastDay, AttendanceOutlook Outlook);

    public async Task<IReadOnlyList<Line>> HandleAsync(Request request, CancellationToken ct)
    {
        var today = clock.Today;
        var running = await db.Sessions.AsNoTracking()
            .Where(s => s.FirstDay <= today && s.LastDay >= today && s.Status != SessionStatus.Cancelled).OrderBy(s => s.LastDay).ThenBy(s => s.Code).ToListAsync(ct);
        var parameters = await db.ParameterBookAsync(ct);

        var lines = new List<Line>();
        foreach (var session in running)
        {
            var seated = await (
                from enrolment in db.Enrolments.AsNoTracking().VisibleTo(request.Reader, db)
                join person in db.People on enrolment.PersonId equals person.Id
                join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
                where enrolment.SessionId == session.Id && enrolment.HoldsSeat && enrolment.Status == EnrolmentStatus.Confirmed
                orderby person.LastName, person.FirstName
                select new { enrolment.Id, enrolment.PersonId, enrolment.OrganisationId, enrolment.RequestedAt, Name = person.FirstName + " " + person.LastName, organisation.Code }).ToListAsync(ct);
            if (seated.Count == 0)
                continue;

            var version = await db.CourseVersions.AsNoTracking().SingleAsync(v => v.Id == session.CourseVersionId, ct);
            var attendance = await SessionAttendance.LoadAsync(db, session.Id, ct);
            lines.AddRange(seated.Select(one =>
            {
                var coming = attendance.Slots.Where(slot => attendance.MarkOf(one.Id, slot) is null && clock.MomentOf(slot.Date, slot.End) > clock.Now);
                var halfDays = coming.GroupBy(slot => (slot.Date, slot.Part)).Select(half => half.Sum(slot => slot.Minutes)).ToList();
                return new Line(
                    one.Id, one.PersonId, one.Name, one.OrganisationId, one.Code, session.Id, session.Code, version.Title, session.FirstDay!.Value, session.LastDay!.Value,
                    AttendanceOutlook.Of(
                        CoursePolicies.Of(version, session, parameters, clock.DateOn(one.RequestedAt)).Ending, attendance.MinutesOf(one.Id, attendance.Slots), halfDays));
            }));
        }

        return lines;
    }
}
