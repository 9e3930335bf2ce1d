using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Web.Features.Planning;

/// <summary>How the plan is put in order.</summary>
public enum PlanView
{
    Week,
    Room,
    Trainer,
}

/// <summary>The plan of some weeks as a list, by week, by room or by trainer, with what clashes in it and what is to be decided.</summary>
public sealed record PlanningPage(
    PlanView View, DateOnly From, IReadOnlyList<PlanningPage.Group> Groups, IReadOnlyList<KeptClash> Clashes, IReadOnlyList<PlanningPage.Decision> ToDecide,
    IReadOnlyList<PlanningPage.Draft> Drafts)
{
    public const int Weeks = 4;

    public DateOnly Until => From.AddDays((7 * Weeks) - 1);

    /// <param name="Week">The Monday, for a week; nothing for a room or a trainer.</param>
    public sealed record Group(string Name, DateOnly? Week, IReadOnlyList<Line> Lines);

    public sealed record Line(
        string Code, LocalizedText Course, DateOnly Date, IReadOnlyList<TimeInterval> Hours, string Room, string Trainers, TeachingLanguage Language, SessionStatus Status,
        int SeatsTaken, int Seats);

    public sealed record Decision(string Code, LocalizedText Course, DateOnly FirstDay, DateOnly DecideBy, int SeatsTaken, int CapacityMin);

    public sealed record Draft(string Code, LocalizedText Course, DateOnly? FirstDay);

    private sealed record Slot(SessionId Session, string Code, LocalizedText Course, DateOnly Date, TimeOnly Start, TimeOnly End, string Room, TeachingLanguage Language, SessionStatus Status, int SeatsTaken, int Seats);

    public static async Task<PlanningPage> FindAsync(TrainingDbContext db, PlanCheck check, PlanView view, DateOnly day, DateOnly today, CancellationToken ct)
    {
        var from = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var until = from.AddDays((7 * Weeks) - 1);
        var slots = await (
            from slot in db.TeachingSlots.AsNoTracking()
            where slot.Date >= @from && slot.Date <= until
            join session in db.Sessions on slot.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            join room in db.Rooms on session.RoomId equals room.Id
            orderby slot.Date, slot.Start, session.Code
            select new Slot(session.Id, session.Code, version.Title, slot.Date, slot.Start, slot.End, room.Name, session.Language, session.Status, session.SeatsTaken, session.CapacityMax)).ToListAsync(ct);
        var ids = slots.Select(slot => slot.Session).Distinct().ToList();
        var trainers = (await (
            from trainer in db.SessionTrainers
            join person in db.People on trainer.PersonId equals person.Id
            where ids.Contains(trainer.SessionId)
            orderby person.LastName
            select new { trainer.SessionId, Name = person.FirstName + " " + person.LastName }).ToListAsync(ct)).ToLookup(t => t.SessionId, t => t.Name);

        var days = slots.GroupBy(slot => (slot.Session, slot.Date)).Select(one => (First: one.First(), Hours: one.Select(slot => new TimeInterval(slot.Start, slot.End)).ToList())).ToList();
        Line LineOf((Slot First, List<TimeInterval> Hours) one) => new(
            one.First.Code, one.First.Course, one.First.Date, one.Hours, one.First.Room, string.Join(", ", trainers[one.First.Session]), one.First.Language, one.First.Status,
            one.First.SeatsTaken, one.First.Seats);

        IReadOnlyList<Group> groups = view switch
        {
            PlanView.Room => [.. days.GroupBy(one => one.First.Room).OrderBy(room => room.Key, StringComparer.CurrentCulture).Select(room => new Group(room.Key, null, [.. room.Select(LineOf)]))],
            PlanView.Trainer => [.. days.SelectMany(one => trainers[one.First.Session].DefaultIfEmpty("").Select(name => (name, one)))
                .GroupBy(pair => pair.name).OrderBy(trainer => trainer.Key, StringComparer.CurrentCulture).Select(trainer => new Group(trainer.Key, null, [.. trainer.Select(pair => LineOf(pair.one))]))],
            _ => [.. Enumerable.Range(0, Weeks).Select(week => from.AddDays(7 * week))
                .Select(monday => new Group("", monday, [.. days.Where(one => one.First.Date >= monday && one.First.Date < monday.AddDays(7)).Select(LineOf)]))],
        };

        return new PlanningPage(view, from, groups, await check.OfWholePlanAsync(today, ct), await DecisionsAsync(db, ct), await DraftsAsync(db, ct));
    }

    private static async Task<IReadOnlyList<Decision>> DecisionsAsync(TrainingDbContext db, CancellationToken ct) => await (
        from warning in db.CapacityWarnings.AsNoTracking()
        join session in db.Sessions on warning.SessionId equals session.Id
        join version in db.CourseVersions on session.CourseVersionId equals version.Id
        where session.Status == SessionStatus.Open && session.SeatsTaken < session.CapacityMin && session.FirstDay != null
        orderby session.FirstDay
        select new Decision(session.Code, version.Title, session.FirstDay!.Value, warning.DecideBy, session.SeatsTaken, session.CapacityMin)).ToListAsync(ct);

    private static async Task<IReadOnlyList<Draft>> DraftsAsync(TrainingDbContext db, CancellationToken ct) => await (
        from session in db.Sessions.AsNoTracking()
        join version in db.CourseVersions on session.CourseVersionId equals version.Id
        where session.Status == SessionStatus.Draft
        orderby session.FirstDay, session.Code
        select new Draft(session.Code, version.Title, session.FirstDay)).ToListAsync(ct);
}
