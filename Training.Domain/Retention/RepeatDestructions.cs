using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Retention;

/// <summary>Destroys again what was destroyed after the backup that was put back.</summary>
public sealed class RepeatDestructions(TrainingDbContext db, OfficeClock clock, Destruction destruction)
{
    /// <param name="Lists">As they were before the restore, with their items and releases.</param>
    public sealed record Request(IReadOnlyList<DestructionList> Lists);

    /// <summary>The lists that were destroyed after a moment.</summary>
    public static Task<List<DestructionList>> SinceAsync(TrainingDbContext db, DateTimeOffset moment, CancellationToken ct) =>
        db.DestructionLists.AsNoTracking().Include(l => l.Items).Include(l => l.Releases).AsSplitQuery()
            .Where(l => l.DestroyedAt != null && l.DestroyedAt >= moment).OrderBy(l => l.DestroyedAt).ToListAsync(ct);

    /// <returns>How many lists were applied.</returns>
    public async Task<int> HandleAsync(Request request, CancellationToken ct)
    {
        foreach (var list in request.Lists)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await db.DestructionLists.SingleOrDefaultAsync(l => l.Id == list.Id, ct) is { } known)
                known.Destroy(list.DestroyedAt ?? clock.Now);
            else
                db.Add(list);
            await db.SaveChangesAsync(ct);
            await destruction.ApplyAsync(list, ct);
            await transaction.CommitAsync(ct);
        }

        return request.Lists.Count;
    }
}
