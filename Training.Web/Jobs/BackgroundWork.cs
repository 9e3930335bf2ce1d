using System.Text.Json;
using Quartz;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Web.Jobs;

/// <summary>Takes orders for work that is too long for a page, and wakes the runner.</summary>
public sealed class BackgroundWork(TrainingDbContext db, ICurrentActor current, OfficeClock clock, ISchedulerFactory schedulers)
{
    public async Task<WorkItemId> QueueAsync<TRequest>(string kind, TRequest request, CancellationToken ct)
    {
        var item = new WorkItem(kind, JsonSerializer.Serialize(request), current.Actor.Name, clock.Now);
        db.Add(item);
        await db.SaveChangesAsync(ct);

        var scheduler = await schedulers.GetScheduler(ct);
        await scheduler.TriggerJob(RunWorkJob.Key, cancellationToken: ct);
        return item.Id;
    }
}
