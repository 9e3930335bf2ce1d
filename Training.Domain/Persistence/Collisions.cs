using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Training.Domain.Persistence;

public static class Collisions
{
    /// <summary>Whether what was saved was refused because somebody else wrote the same thing first; a database that is away has nothing to do with it.</summary>
    /// <param name="over">What two may write at once, where only that is expected.</param>
    public static bool IsCollision(this DbUpdateException refused, Func<EntityEntry, bool>? over = null) =>
        !DatabaseTrouble.IsIn(refused) && (over is null || refused.Entries.Any(over));

    /// <summary>Saves, unless somebody else added the same <typeparamref name="T"/> first.</summary>
    public static async Task<bool> TrySaveNewAsync<T>(this TrainingDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException collision) when (collision.IsCollision(entry => entry.Entity is T))
        {
            return false;
        }
    }
}
