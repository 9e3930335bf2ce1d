using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Hosting;
using Training.Web.Messages;

namespace Training.Web.Features.MyCalendar;

/// <summary>The days of the sessions in which somebody has a seat or teaches, from three months ago on.</summary>
internal static class PersonalCalendar
{
    private const string Publish = "PUBLISH";
    private const int MonthsBack = 3;

    public static async Task<string> WriteAsync(TrainingDbContext db, SchoolOptions school, Person person, OfficeClock clock, CancellationToken ct)
    {
        var language = person.Language == CorrespondenceLanguage.Nl ? "nl" : "fr";
        var since = clock.Today.AddMonths(-MonthsBack);
        var sessions = await (
            from session in db.Sessions.AsNoTracking()
            where session.LastDay >= since && session.Status != SessionStatus.Cancelled && session.Status != SessionStatus.Draft
            where db.Enrolments.Any(e => e.SessionId == session.Id && e.PersonId == person.Id && e.HoldsSeat && e.Status != EnrolmentStatus.EmployerPending)
                || db.SessionTrainers.Any(t => t.SessionId == session.Id && t.PersonId == person.Id)
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            join room in db.Rooms on session.RoomId equals room.Id
            orderby session.FirstDay, session.Code
            select new { session.Id, session.Code, version.Title, Room = room.Name }).ToListAsync(ct);
        var ids = sessions.ConvertAll(session => session.Id);
        var slots = (await db.TeachingSlots.AsNoTracking().Where(slot => ids.Contains(slot.SessionId)).ToListAsync(ct)).ToLookup(slot => slot.SessionId);

        var calendar = SessionEvents.NewCalendar(school, Publish, language);
        calendar.AddProperty("X-WR-CALNAME", school.ShortName);
        foreach (var session in sessions)
        {
            foreach (var (index, day) in InvitedDay.Of(slots[session.Id]).Index())
                calendar.Events.Add(SessionEvents.Of(school, session.Code, session.Title.In(language), session.Room, index + 1, day, language, clock.Now));
        }

        return SessionEvents.Written(calendar);
    }
}
