using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Catalogue;

/// <summary>A session as a line of the catalogue shows it.</summary>
public sealed record SessionLine(
    string Code, DateOnly FirstDay, DateOnly LastDay, TeachingLanguage Language, string Venue, int Seats, int SeatsTaken, int Waiting, SessionStatus Status)
{
    public int SeatsLeft => Seats - SeatsTaken;

    /// <summary>Who asks now goes behind those who already wait.</summary>
    public bool HasWaitingList => SeatsLeft <= 0 || Waiting > 0;

    public bool TakesRequestsOn(DateOnly today) => Status is SessionStatus.Open or SessionStatus.Confirmed && today < FirstDay;
}

public static class SessionLines
{
    /// <summary>What the public may know of: planned, and neither a draft nor called off.</summary>
    public static IQueryable<Session> ListedSessions(this IQueryable<Session> sessions) =>
        sessions.Where(s => s.FirstDay != null && s.Status != SessionStatus.Draft && s.Status != SessionStatus.Cancelled);

    public static IQueryable<SessionLine> AsLines(this IQueryable<Session> sessions, TrainingDbContext db) =>
        from session in sessions
        join room in db.Rooms on session.RoomId equals room.Id
        orderby session.FirstDay, session.Code
        select new SessionLine(
            session.Code, session.FirstDay!.Value, session.LastDay!.Value, session.Language, room.Name, session.CapacityMax, session.SeatsTaken,
            db.Enrolments.Waiting().Count(enrolment => enrolment.SessionId == session.Id), session.Status);
}
