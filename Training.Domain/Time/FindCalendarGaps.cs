using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Time;

/// <summary>The years, this one and the next, for which nobody has entered a closing day of the school.</summary>
public sealed class FindCalendarGaps(TrainingDbContext db, OfficeClock clock)
{
    public async Task<IReadOnlyList<int>> HandleAsync(CancellationToken ct)
    {
        var year = clock.Today.Year;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 12, 31));
        var known = (await db.ClosingDays.Where(day => day.Date >= first && day.Date <= last).Select(day => day.Date).ToListAsync(ct)).Select(day => day.Year).ToHashSet();
        return [.. new[] { year, year + 1 }.Where(one => !known.Contains(one))];
    }
}
