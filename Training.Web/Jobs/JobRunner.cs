using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;
using Training.Web.Access;

namespace Training.Web.Jobs;

/// <summary>Runs one job of the timetable and keeps the log of it. Each fire is answered once and a job runs once at a time: the database says so.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, TimeProvider time, SignsOfLife life, ILogger<JobRunner> log)
{
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(5);

    /// <param name="Due">The fire that is answered, or nothing when somebody asks.</param>
    /// <param name="Recovers">The scheduler knows that the process that had begun it is gone.</param>
    public sealed record Request(DateTimeOffset? Due, bool IsDryRun, string By, bool Recovers = false);

    /// <returns>The run, or nothing where the fire was answered already, the job runs at this moment, or it is paused.</returns>
    public async Task<JobRun?> RunAsync(TimedJob job, Request request, CancellationToken ct)
    {
        await NoteLostAsync(ct);
        if (request.Recovers)
            await NoteLostAsync(job, request, ct);
        if (await BeginAsync(job, request, ct) is not { } run)
            return null;

        try
        {
            await WorkAsync(job, run, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await EndAsync(run, r => r.Lose(NowIn(r)), CancellationToken.None);
            throw;
        }

        return run;
    }

    /// <summary>Runs whose process gives no sign of life any more make room for others.</summary>
    public async Task NoteLostAsync(CancellationToken ct)
    {
        var lostBefore = time.GetUtcNow() - LostAfter;
        await LoseAsync(run => run.SeenAt < lostBefore, ct);
    }

    private Task NoteLostAsync(TimedJob job, Request request, CancellationToken ct)
    {
        var (due, after) = (request.Due, request.Due?.AddSeconds(1));
        return LoseAsync(
            run => run.Job == job.Name && run.IsDryRun == request.IsDryRun && run.StartedBy == request.By && (run.Due == due || (run.Due >= due && run.Due < after)), ct);
    }

    private async Task LoseAsync(Expression<Func<JobRun, bool>> which, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<TrainingDbContext>(), scope.ServiceProvider.GetRequiredService<OfficeClock>().Now);
        await db.JobRuns.Where(run => run.EndedAt == null).Where(which)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, JobRunStatus.Lost).SetProperty(r => r.EndedAt, now), ct);
    }

    private async Task<JobRun?> BeginAsync(TimedJob job, Request request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, clock) = (scope.ServiceProvider.GetRequiredService<TrainingDbContext>(), scope.ServiceProvider.GetRequiredService<OfficeClock>());
        if (request.Due is not null && await db.JobPauses.AnyAsync(p => p.Job == job.Name || p.Job == JobPause.Everything, ct))
            return null;

        var run = new JobRun(job.Name, request.Due, request.IsDryRun, request.By, clock.Now);
        db.Add(run);
        try
        {
            await db.SaveChangesAsync(ct);
            return run;
        }
        catch (DbUpdateException taken) when (taken.IsCollision(entry => entry.Entity is JobRun))
        {
            return null;
        }
    }

    private async Task WorkAsync(TimedJob job, JobRun run, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetService<CurrentActor>()?.ActFor(new Actor(run.StartedBy, job.Name));
        var (clock, each) = (services.GetRequiredService<OfficeClock>(), services.GetRequiredService<RecordByRecord>());
        each.GoOn();

        JobReport? report = null;
        try
        {
            await using var alive = run.IsDryRun ? null : life.Show(
                SignOfLife, (db, now, ended) => db.JobRuns.Where(r => r.Id == run.Id && r.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.SeenAt, now), ended));
            await using var rehearsal = run.IsDryRun ? await Rehearsal.BeginAsync(services.GetRequiredService<TrainingDbContext>(), ct) : null;
            report = await ((ITimedJob)services.GetRequiredService(job.Work)).RunAsync(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailure(failure, job.Name);
            await EndAsync(run, r => End(r, failure, clock.Now), ct);
        }

        if (report is null)
            return;

        foreach (var failure in each.Failures)
            LogRecordFailure(failure.Cause, job.Name, failure.Record);
        await EndAsync(run, r => r.End(report.Done, report.Findings, [.. each.Failures.Select(f => $"{f.Record}: {NameOf(f.Cause)}")], clock.Now), ct);
    }

    private async Task EndAsync(JobRun run, Action<JobRun> end, CancellationToken ct)
    {
        end(run);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        db.Update(run);
        await db.SaveChangesAsync(ct);
    }

    // What the database was away for is taken up again, as when the process had died.
    private static void End(JobRun run, Exception failure, DateTimeOffset now)
    {
        if (DatabaseTrouble.IsIn(failure))
            run.Lose(now);
        else
            run.Fail(NameOf(failure), now);
    }

    private DateTimeOffset NowIn(JobRun run)
    {
        using var scope = scopes.CreateScope();
        var now = scope.ServiceProvider.GetRequiredService<OfficeClock>().Now;
        return now > run.StartedAt ? now : run.StartedAt;
    }

    // The message may quote a value of the record: only its kind is kept.
    private static string NameOf(Exception failure) => failure.InnerException is { } inner ? $"{failure.GetType().Name} ({inner.GetType().Name})" : failure.GetType().Name;

    [LoggerMessage(LogLevel.Error, "Job {Job} failed")]
    private partial void LogFailure(Exception failure, string job);

    [LoggerMessage(LogLevel.Error, "Job {Job} failed on {Record}")]
    private partial void LogRecordFailure(Exception failure, string job, string record);
}
