using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.ReportSubscriptions;

/// <summary>Lets a subscription that has stopped wait for the next moment of its rule.</summary>
public sealed class ResumeSubscription(TrainingDbContext db, OfficeClock clock, IFireTimes times)
{
    public async Task<Outcome<Done>> HandleAsync(ReportSubscriptionId id, CancellationToken ct)
    {
        var subscription = await db.ReportSubscriptions.Where(s => s.Id == id).OneAsync(ct);
        subscription.Resume(times.NextAfter(subscription.Rule, clock.Now));
        return await db.TrySaveAsync(ct) ? default(Done) : new ChangedMeanwhile();
    }
}
