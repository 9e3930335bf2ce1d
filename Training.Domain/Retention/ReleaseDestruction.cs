using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Retention;

/// <summary>Somebody says that a list may be destroyed; with the second person's word it is.</summary>
public sealed class ReleaseDestruction(TrainingDbContext db, OfficeClock clock, ICurrentActor current, Destruction destruction)
{
    public sealed record Request(DestructionListId List);

    /// <returns>Whether it was destroyed.</returns>
    public async Task<Outcome<bool>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var list = await db.DestructionLists.Include(l => l.Items).Include(l => l.Releases).AsSplitQuery().Where(l => l.Id == request.List).OneAsync(ct);
        var released = list.Release(current.Actor.Name, clock.Now);
        if (released.IsRefused)
            return released.Refusal;

        if (list.IsReleased)
            list.Destroy(clock.Now);
        await db.SaveChangesAsync(ct);
        if (list.IsReleased)
            await destruction.ApplyAsync(list, ct);

        await transaction.CommitAsync(ct);
        return list.IsReleased;
    }
}
