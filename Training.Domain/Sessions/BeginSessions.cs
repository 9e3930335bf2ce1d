using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>Sessions whose first day has come are running. Run it every day; a second time does nothing.</summary>
public sealed class BeginSessions(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <returns>How many began.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var today = clock.Today;
        var due = await db.Sessions.Where(s => s.FirstDay <= today && (s.Status == SessionStatus.Open || s.Status == SessionStatus.Confirmed)).ToListAsync(ct);
        foreach (var session in due)
            session.Begin(new(current.Actor.Name, clock.Now));
        await db.SaveChangesAsync(ct);
        return due.Count;
    }
}
