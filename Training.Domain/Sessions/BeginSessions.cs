using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.Sessions;

/// <summary>Sessions whose first day has come are running. Run it every day; a second time does nothing.</summary>
public sealed class BeginSessions(TrainingDbContext db, OfficeClock clock, ICurrentActor current, RecordByRecord each)
{
    /// <returns>How many began.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var due = await db.Sessions.Where(s => s.FirstDay <= today && (s.Status == SessionStatus.Open || s.Status == SessionStatus.Confirmed)).Select(s => s.Id).ToListAsync(ct);
        return await each.SumAsync(due, id => $"session {id.Value}", async id =>
        {
            (await db.Sessions.Where(s => s.Id == id).OneAsync(ct)).Begin(new(current.Actor.Name, clock.Now));
            await db.SaveChangesAsync(ct);
            return 1;
        });
    }
}
