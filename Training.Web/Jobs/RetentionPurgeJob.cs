using Training.Domain.Retention;

namespace Training.Web.Jobs;

/// <summary>Draws up what may be destroyed; two people release it.</summary>
public sealed class RetentionPurgeJob(DrawUpDestruction drawUp) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await drawUp.HandleAsync(ct));
}
