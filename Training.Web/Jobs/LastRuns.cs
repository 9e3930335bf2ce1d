using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Work;

namespace Training.Web.Jobs;

public static class LastRuns
{
    /// <summary>The latest real run of every job that ever ran, by the job's name.</summary>
    public static async Task<Dictionary<string, JobRun>> FindAsync(TrainingDbContext db, CancellationToken ct) =>
        (await db.JobRuns.AsNoTracking().Where(run => !run.IsDryRun
            && !db.JobRuns.Any(later => later.Job == run.Job && !later.IsDryRun && later.StartedAt > run.StartedAt))
            .ToListAsync(ct)).GroupBy(run => run.Job).ToDictionary(job => job.Key, job => job.First());
}
