using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.ReportSubscriptions;

/// <summary>Takes a subscription away. The runs that came of it stay.</summary>
public sealed class EndSubscription(TrainingDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(ReportSubscriptionId id, CancellationToken ct)
    {
        db.Remove(await db.ReportSubscriptions.Include(s => s.Readers).Where(s => s.Id == id).OneAsync(ct));
        return await db.TrySaveAsync(ct) ? default(Done) : new ChangedMeanwhile();
    }
}
