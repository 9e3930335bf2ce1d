using Microsoft.EntityFrameworkCore;
using Quartz;
using Training.Domain.Persistence;
using Training.Domain.Time;
using JobRunStatus = Training.Domain.Work.JobRunStatus;

namespace Training.Web.Jobs;

/// <summary>
/// Makes good what was missed while no process was there, or while one died at it: once for each job, whatever number of fires it was. A fire at
/// which every process was lost is left to the next one.
/// </summary>
[DisallowConcurrentExecution]
public sealed class CatchUpJob(TrainingDbContext db, OfficeClock clock, JobRunner runner) : IJob
{
    // The process that the fire belongs to is given time to answer it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const int MostTries = 5;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await HandleAsync(cancellationToken);

    public async Task HandleAsync(CancellationToken ct)
    {
        await runner.NoteLostAsync(ct);
        foreach (var job in Timetable.Jobs.Where(job => job.Missed == Missed.RunOnce))
        {
            if (await LastMissedAsync(job, ct) is { } due)
                await runner.RunAsync(job, new(due, IsDryRun: false, RunTimedJob.ByTimetable), ct);
        }
    }

    // A school that is new begins with the next fire.
    private async Task<DateTimeOffset?> LastMissedAsync(TimedJob job, CancellationToken ct)
    {
        var fires = db.JobRuns.Where(run => run.Job == job.Name && run.Due != null).GroupBy(run => run.Due)
            .Select(tries => new { Due = tries.Key, Tries = tries.Count(), Lost = tries.Count(run => run.Status == JobRunStatus.Lost) });
        var answered = await fires.Where(fire => fire.Lost < fire.Tries || fire.Lost >= MostTries).MaxAsync(fire => fire.Due, ct);
        var lost = await fires.Where(fire => fire.Lost == fire.Tries && fire.Lost < MostTries).MaxAsync(fire => fire.Due, ct);
        var missed = lost > answered || answered is null ? lost : null;
        for (var next = (missed ?? answered) is { } from ? job.NextAfter(from) : null; next <= clock.Now - Patience; next = job.NextAfter(next.Value))
            missed = next;
        return missed;
    }
}
