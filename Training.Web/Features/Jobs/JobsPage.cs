using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;
using Training.Web.Jobs;

namespace Training.Web.Features.Jobs;

/// <summary>The timetable with the last and next run of each job, and the latest runs of all.</summary>
/// <param name="OnHold">Who stopped everything, as a restore does.</param>
public sealed record JobsPage(IReadOnlyList<JobsPage.Line> Lines, IReadOnlyList<JobsPage.Run> History, JobsPage.Pause? OnHold)
{
    private const int HistoryLength = 50;

    /// <param name="Next">By the clock of the office; nothing while it is paused.</param>
    public sealed record Line(string Name, DateTime? Next, Run? Last, Pause? Paused);

    public sealed record Pause(string By, DateTime At);

    /// <param name="By">Nothing for the timetable itself.</param>
    public sealed record Run(string Job, DateTime At, string? By, bool IsDryRun, JobRunStatus Status, TimeSpan? Duration, int Done, int Failed, IReadOnlyList<string> Notes);

    public static async Task<JobsPage> FindAsync(TrainingDbContext db, OfficeClock clock, CancellationToken ct)
    {
        var pauses = await db.JobPauses.AsNoTracking().ToDictionaryAsync(pause => pause.Job, ct);
        var last = await LastRuns.FindAsync(db, ct);
        var history = await db.JobRuns.AsNoTracking().OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Take(HistoryLength).ToListAsync(ct);
        return new JobsPage(
            [.. Timetable.Jobs.Select(job => new Line(
                job.Name,
                !pauses.ContainsKey(JobPause.Everything) && !pauses.ContainsKey(job.Name) && job.NextAfter(clock.Now) is { } next ? clock.LocalOn(next) : null,
                last.GetValueOrDefault(job.Name) is { } run ? Of(run, clock) : null,
                pauses.GetValueOrDefault(job.Name) is { } pause ? new Pause(pause.PausedBy, clock.LocalOn(pause.PausedAt)) : null))],
            history.ConvertAll(run => Of(run, clock)),
            pauses.GetValueOrDefault(JobPause.Everything) is { } hold ? new Pause(hold.PausedBy, clock.LocalOn(hold.PausedAt)) : null);
    }

    private static Run Of(JobRun run, OfficeClock clock) => new(
        run.Job, clock.LocalOn(run.StartedAt), run.StartedBy == RunTimedJob.ByTimetable ? null : run.StartedBy, run.IsDryRun, run.Status, run.Duration,
        run.Done, run.Failed, run.Notes?.Split('\n') ?? []);
}
