using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

internal static class AllocationStorage
{
    /// <summary>Saves, unless the database's own rule says that more would be paid than was attended, or another decided the same.</summary>
    public static async Task<bool> TrySaveAllocationAsync(this TrainingDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException refused) when (IsGuard(refused))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static bool IsGuard(Exception refused) =>
        refused.InnerException is DbException inner && inner.Message.Contains(AllocationLine.GuardName, StringComparison.Ordinal);
}
