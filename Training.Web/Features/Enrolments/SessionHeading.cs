using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Enrolments;

/// <summary>Which session a page is about.</summary>
public sealed record SessionHeading(
    string Code, string CourseCode, LocalizedText Title, DateOnly FirstDay, DateOnly LastDay, int Minutes, int SeatsLeft, int Waiting)
{
    public bool HasWaitingList => SeatsLeft <= 0 || Waiting > 0;

    /// <param name="session">With its slots.</param>
    public static async Task<SessionHeading> FindAsync(TrainingDbContext db, Session session, CancellationToken ct)
    {
        var course = await (
            from version in db.CourseVersions.AsNoTracking()
            join c in db.Courses on version.CourseId equals c.Id
            where version.Id == session.CourseVersionId
            select new { c.Code, version.Title }).SingleAsync(ct);
        var waiting = await db.Enrolments.Waiting().CountAsync(e => e.SessionId == session.Id, ct);

        return new SessionHeading(
            session.Code, course.Code, course.Title, session.FirstDay!.Value, session.LastDay!.Value, session.ScheduledMinutes, session.SeatsLeft, waiting);
    }
}
