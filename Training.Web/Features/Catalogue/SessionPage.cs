using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Catalogue;

/// <summary>One session: its days and hours, where it is, and whether there is a seat.</summary>
public sealed record SessionPage(
    string CourseCode, LocalizedText Title, SessionLine Session, IReadOnlyList<SessionPage.Day> Days, IReadOnlyList<string> Trainers)
{
    public sealed record Day(DateOnly Date, IReadOnlyList<TimeInterval> Hours)
    {
        public int Minutes => Hours.Sum(hours => hours.Minutes);
    }

    public int Minutes => Days.Sum(day => day.Minutes);

    /// <param name="showTrainers">A trainer's name is for those who work with the school, not for the public.</param>
    public static async Task<SessionPage?> FindAsync(TrainingDbContext db, string code, bool showTrainers, CancellationToken ct)
    {
        var wanted = code.AsCode();
        var found = await (
            from session in db.Sessions.AsNoTracking().ListedSessions()
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            join course in db.Courses on version.CourseId equals course.Id
            where session.Code == wanted && course.PublishedVersionId != null
            select new { session.Id, course.Code, version.Title }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;

        var line = await db.Sessions.AsNoTracking().Where(session => session.Id == found.Id).AsLines(db).SingleAsync(ct);
        var slots = await db.TeachingSlots.AsNoTracking().Where(slot => slot.SessionId == found.Id)
            .OrderBy(slot => slot.Date).ThenBy(slot => slot.Start).ToListAsync(ct);
        var trainers = showTrainers ? await TrainersAsync(db, found.Id, ct) : [];

        return new SessionPage(
            found.Code, found.Title, line,
            [.. slots.GroupBy(slot => slot.Date).Select(day => new Day(day.Key, [.. day.Select(slot => slot.Hours)]))],
            trainers);
    }

    private static async Task<IReadOnlyList<string>> TrainersAsync(TrainingDbContext db, SessionId session, CancellationToken ct) => await (
        from trainer in db.SessionTrainers
        join person in db.People on trainer.PersonId equals person.Id
        where trainer.SessionId == session
        orderby person.LastName
        select person.FirstName + " " + person.LastName).ToListAsync(ct);
}
