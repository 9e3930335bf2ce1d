using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Planning;

/// <summary>One session for whoever plans it: its steps so far, who comes, the seats that are kept, and what can be done with it.</summary>
public sealed record PlannedSessionPage(
    Session Session, LocalizedText Course, int CourseVersion, string Room, IReadOnlyList<string> Trainers, SessionMix Mix, IReadOnlyList<PlannedSessionPage.Kept> Reservations,
    IReadOnlyList<SessionTransition> Steps, IReadOnlyList<AcceptedClash> Accepted, IReadOnlyList<Sector> Sectors)
{
    public string? Refusal { get; init; }

    public IReadOnlyList<Clash> Clashes { get; init; } = [];

    /// <summary>What was typed in the form that is refused.</summary>
    public ChangeForm Typed { get; init; } = new();

    public sealed record Kept(Guid Id, SeatReservationKind Kind, string For, LocalizedText? Name, int Seats, DateOnly ReleasedOn);

    public static async Task<PlannedSessionPage> FindAsync(TrainingDbContext db, string code, DateOnly today, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Include(s => s.Trainers).Include(s => s.Transitions).AsSplitQuery().Where(s => s.Code == code).OneAsync(ct);
        var version = await db.CourseVersions.AsNoTracking().Where(v => v.Id == session.CourseVersionId).Select(v => new { v.Title, v.Number }).SingleAsync(ct);
        var trainers = session.Trainers.Select(trainer => trainer.PersonId).ToList();
        var reservations = await (
            from kept in db.SeatReservations.AsNoTracking()
            where kept.SessionId == session.Id && kept.ReleasedOn > today
            orderby kept.ReleasedOn
            select new
            {
                kept.Id,
                kept.Kind,
                Organisation = db.Organisations.Where(o => o.Id == kept.OrganisationId).Select(o => new { o.Code, o.Name }).FirstOrDefault(),
                Sector = db.Sectors.Where(s => s.Code == kept.SectorCode).Select(s => s.Label).FirstOrDefault(),
                kept.Language,
                kept.PriorityGroup,
                kept.Seats,
                kept.ReleasedOn,
            }).ToListAsync(ct);

        return new PlannedSessionPage(
            session, version.Title, version.Number,
            await db.Rooms.Where(room => room.Id == session.RoomId).Select(room => room.Name).SingleAsync(ct),
            await db.People.Where(person => trainers.Contains(person.Id)).OrderBy(person => person.LastName).Select(person => person.FirstName + " " + person.LastName).ToListAsync(ct),
            await SessionMix.FindAsync(db, session.Id, today, ct),
            [.. reservations.Select(kept => new Kept(
                kept.Id.Value, kept.Kind, kept.Organisation?.Code ?? kept.Language?.ToString() ?? kept.PriorityGroup?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                kept.Organisation?.Name ?? kept.Sector, kept.Seats, kept.ReleasedOn))],
            [.. session.Transitions.OrderBy(step => step.RecordedAt).ThenBy(step => step.Id.Value)],
            await db.AcceptedClashes.AsNoTracking().Where(clash => clash.SessionId == session.Id).OrderBy(clash => clash.Date).ToListAsync(ct),
            await db.Sectors.AsNoTracking().OrderBy(sector => sector.Code).ToListAsync(ct));
    }
}
