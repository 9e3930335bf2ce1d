using Microsoft.EntityFrameworkCore;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.Sessions;

/// <summary>
/// Twenty working days before a session (a dated parameter) looks whether it has its minimum, and warns once of each that has not, so that
/// the secretariat decides go or no-go while people can still be told in time. Run it every day; a second time does nothing.
/// </summary>
public sealed class WatchMinimumCapacity(TrainingDbContext db, OfficeClock clock, RecordByRecord each)
{
    /// <returns>The warnings that are new.</returns>
    public async Task<IReadOnlyList<CapacityWarning>> HandleAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var today = clock.Today;
        var (working, parameters) = (await db.WorkingDaysAsync(ct), await db.ParameterBookAsync(ct));
        var lastDay = working.After(today, parameters.Number(ParameterKeys.GoNoGoWorkingDays, today));
        var lacking = await db.Sessions.AsNoTracking()
            .Where(s => s.Status == SessionStatus.Open && s.FirstDay > today && s.FirstDay <= lastDay && s.SeatsTaken < s.CapacityMin)
            .Where(s => !db.CapacityWarnings.Any(w => w.SessionId == s.Id))
            .OrderBy(s => s.FirstDay).ToListAsync(ct);

        var warnings = new List<CapacityWarning>();
        await each.SumAsync(lacking, session => $"session {session.Id.Value}", async session =>
        {
            var decideBy = working.Before(session.FirstDay!.Value, parameters.Number(ParameterKeys.CancelWorkingDays, today));
            var warning = new CapacityWarning(session.Id, session.SeatsTaken, session.CapacityMin, decideBy, clock.Now);
            db.Add(warning);
            await db.SaveChangesAsync(ct);
            warnings.Add(warning);
            return 1;
        });
        return warnings;
    }
}
