using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;
using Training.Web.Access;

namespace Training.Web.Jobs;

/// <summary>
/// The one runner of background work: takes what is queued, oldest first, until nothing is left. Work whose process or database went away before it
/// ended is taken again, and every kind of work may be done twice without harm.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class RunWorkJob(IServiceScopeFactory scopes, SignsOfLife life, ILogger<RunWorkJob> log) : IJob
{
    public static readonly JobKey Key = new("run-work");

    // Somebody looks at its page and waits.
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, Run> Kinds = new()
    {
        [IssueCertificatesWork.Kind] = (services, request, progress, ct) => JsonSerializer.Deserialize<IssueCertificatesWork>(request)!.RunAsync(services, progress, ct),
        [ImportStaffWork.Kind] = (services, request, progress, ct) => JsonSerializer.Deserialize<ImportStaffWork>(request)!.RunAsync(services, progress, ct),
    };

    /// <returns>The result that the work's page shows.</returns>
    private delegate Task<string> Run(IServiceProvider services, string request, WorkProgress progress, CancellationToken ct);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        while (await TakeAsync(cancellationToken) is { } item)
            await RunAsync(item, cancellationToken);
    }

    private async Task<WorkItem?> TakeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, clock) = (scope.ServiceProvider.GetRequiredService<TrainingDbContext>(), scope.ServiceProvider.GetRequiredService<OfficeClock>());
        if (await db.JobPauses.AnyAsync(pause => pause.Job == JobPause.Everything, ct))
            return null;

        var lostBefore = clock.Now - LostAfter;
        var next = await db.WorkItems
            .Where(item => item.Status == WorkStatus.Queued || (item.Status == WorkStatus.Running && item.SeenAt < lostBefore))
            .OrderBy(item => item.QueuedAt).ThenBy(item => item.Id).FirstOrDefaultAsync(ct);
        if (next is null)
            return null;

        if (next.IsGivenUp)
        {
            LogGivenUp(next.Kind, next.Id.Value);
            next.Fail(nameof(WorkItem.IsGivenUp), clock.Now);
            return await db.TrySaveAsync(ct) ? await TakeAsync(ct) : null;
        }

        next.Start(clock.Now);
        return await db.TrySaveAsync(ct) ? next : null;
    }

    private async Task RunAsync(WorkItem taken, CancellationToken ct)
    {
        string? result = null, error = null;
        try
        {
            await using var alive = life.Show(
                SignOfLife, (db, now, ended) => db.WorkItems.Where(w => w.Id == taken.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.SeenAt, now), ended));
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().ActFor(new Actor(taken.OwnerName, taken.Kind));
            result = await Kinds[taken.Kind](scope.ServiceProvider, taken.Request, new WorkProgress(scopes, taken.Id), ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !DatabaseTrouble.IsIn(failure))
        {
            LogFailure(failure, taken.Kind, taken.Id.Value);
            error = failure.GetType().Name;
        }

        await using var after = scopes.CreateAsyncScope();
        var (db, clock) = (after.ServiceProvider.GetRequiredService<TrainingDbContext>(), after.ServiceProvider.GetRequiredService<OfficeClock>());
        var item = await db.WorkItems.SingleAsync(w => w.Id == taken.Id, ct);
        if (error is null)
            item.Succeed(result, clock.Now);
        else
            item.Fail(error, clock.Now);
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(LogLevel.Error, "Work {Kind} {Id} was begun too often and never ended")]
    private partial void LogGivenUp(string kind, Guid id);

    [LoggerMessage(LogLevel.Error, "Work {Kind} {Id} failed")]
    private partial void LogFailure(Exception failure, string kind, Guid id);
}
