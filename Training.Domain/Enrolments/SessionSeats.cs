using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>
/// Counts the seats of a session in the database. The first to touch the row holds it until their transaction ends: whoever gives
/// or takes seats of one session does so one after the other, in whatever process, and reads what those before have left.
/// </summary>
public sealed class SessionSeats(TrainingDbContext db, OfficeClock clock)
{
    /// <summary>Waits for one's turn.</summary>
    public Task LockAsync(SessionId session, CancellationToken ct) => db.Sessions.Where(s => s.Id == session)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken), ct);

    /// <summary>
    /// Takes a seat for each of these people, or none: a seat that comes free is not for the next who asks while others are in line for it,
    /// and those that are kept for others (<see cref="SeatRule"/>) are not theirs.
    /// </summary>
    public async Task<bool> TryTakeAsync(SessionId session, OrganisationId organisation, IReadOnlyCollection<PersonId> people, int priorityGroup, CancellationToken ct)
    {
        var seeker = await SeatSeeker.FindAsync(db, organisation, people, [priorityGroup], ct);
        return await db.Sessions.WithSeatFor(db, seeker, clock.Today).WithNobodyAheadOf(db, seeker, clock.Today).Where(s => s.Id == session)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken + seeker.Count), ct) == 1;
    }

    /// <summary>Takes a seat for each of these people of the waiting list, who want them together or are one, or none.</summary>
    public async Task<bool> TryTakeForWaitingAsync(SessionId session, IReadOnlyList<Enrolment> together, CancellationToken ct)
    {
        var seeker = await SeatSeeker.FindAsync(
            db, together[0].OrganisationId, [.. together.Select(e => e.PersonId)], [.. together.Select(e => e.PriorityGroup)], ct);
        return await db.Sessions.WithSeatFor(db, seeker, clock.Today).Where(s => s.Id == session)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken + seeker.Count), ct) == 1;
    }

    /// <summary>Takes a seat because the secretariat says so, kept for others or not.</summary>
    public async Task<bool> TryTakeByHandAsync(SessionId session, CancellationToken ct) => await db.Sessions
        .Where(s => s.Id == session && s.SeatsTaken < s.CapacityMax)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken + 1), ct) == 1;

    public Task FreeAsync(SessionId session, int count, CancellationToken ct) => count == 0 ? Task.CompletedTask : db.Sessions.Where(s => s.Id == session)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken - count), ct);
}
