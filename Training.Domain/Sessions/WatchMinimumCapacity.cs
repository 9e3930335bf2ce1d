using Microsoft.EntityFrameworkCore;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>
/// Twenty working days before a session (a dated parameter) looks whether it has its minimum, and warns once of each that has not, so that
/// the secretariat decides go or no-go while people can still be told in time. Run it every day; a second time does nothing.
/// </summary>
public sealed class WatchMinimumCapacity(TrainingDbContext db, OfficeClock clock)
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

        var warnings = lacking.Select(s => new CapacityWarning(
            s.Id, s.SeatsTaken, s.CapacityMin, working.Before(s.FirstDay!.Value, parameters.Number(ParameterKeys.CancelWorkingDays, today)), clock.Now)).ToList();
        db.AddRange(warnings);
        await db.SaveChangesAsync(ct);
        return warnings;
    }
}
