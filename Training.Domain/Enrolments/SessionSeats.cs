using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Enrolments;

/// <summary>
/// Counts the seats of a session in the database. The first to touch the row holds it until their transaction ends: whoever gives
/// or takes seats of one session does so one after the other, in whatever process, and reads what those before have left.
/// </summary>
public sealed class SessionSeats(TrainingDbContext db)
{
    /// <summary>Waits for one's turn.</summary>
    public Task LockAsync(SessionId session, CancellationToken ct) => db.Sessions.Where(s => s.Id == session)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken), ct);

    /// <summary>Takes seats for a request, or none: a seat that comes free is not for the next who asks while others are in line for it.</summary>
    public async Task<bool> TryTakeAsync(SessionId session, int count, CancellationToken ct) => await db.Sessions
        .Where(s => s.Id == session && s.SeatsTaken + count <= s.CapacityMax && !db.Enrolments.InLine().Any(e => e.SessionId == s.Id))
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken + count), ct) == 1;

    /// <summary>Takes seats for people of the waiting list, or none.</summary>
    public async Task<bool> TryTakeForWaitingAsync(SessionId session, int count, CancellationToken ct) => await db.Sessions
        .Where(s => s.Id == session && s.SeatsTaken + count <= s.CapacityMax)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken + count), ct) == 1;

    public Task FreeAsync(SessionId session, int count, CancellationToken ct) => count == 0 ? Task.CompletedTask : db.Sessions.Where(s => s.Id == session)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken - count), ct);
}
