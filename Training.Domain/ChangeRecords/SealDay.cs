using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.ChangeRecords;

/// <summary>
/// Seals what was recorded up to the end of yesterday, days without a seal of their own included. It runs some minutes after
/// midnight, when every change that began before it is in. Sealing a day twice is harmless.
/// </summary>
public sealed class SealDay(TrainingDbContext db, OfficeClock clock)
{
    /// <returns>The seal, or nothing when the day has one already.</returns>
    public async Task<DailySeal?> HandleAsync(CancellationToken ct)
    {
        var yesterday = clock.Today.AddDays(-1);
        var last = await db.DailySeals.AsNoTracking().OrderByDescending(seal => seal.Date).FirstOrDefaultAsync(ct);
        if (last?.Date >= yesterday)
            return null;

        var (after, upTo) = (last?.UpTo ?? DateTimeOffset.MinValue, clock.MomentOf(clock.Today, TimeOnly.MinValue));
        var heads = await db.ChangeRecords.AsNoTracking()
            .Where(record => record.RecordedAt >= after && record.RecordedAt < upTo)
            .Where(record => !db.ChangeRecords.Any(later =>
                later.AggregateId == record.AggregateId && later.Sequence > record.Sequence && later.RecordedAt < upTo))
            .ToDictionaryAsync(record => record.AggregateId, record => record.Hash, ct);

        var previous = last?.Hash ?? "";
        var seal = new DailySeal(yesterday, upTo, heads.Count, previous, DailySeal.HashOver(yesterday, heads, previous));
        db.Add(seal);
        await db.SaveChangesAsync(ct);
        return seal;
    }
}
