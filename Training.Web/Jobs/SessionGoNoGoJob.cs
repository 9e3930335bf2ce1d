using Training.Domain.Sessions;

namespace Training.Web.Jobs;

/// <summary>Flags sessions that lack their minimum of people.</summary>
public sealed class SessionGoNoGoJob(WatchMinimumCapacity watch) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new((await watch.HandleAsync(ct)).Count);
}
