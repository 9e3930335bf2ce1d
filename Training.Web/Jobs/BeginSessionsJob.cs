using Training.Domain.Sessions;

namespace Training.Web.Jobs;

/// <summary>Sessions whose first day has come are running.</summary>
public sealed class BeginSessionsJob(BeginSessions begin) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await begin.HandleAsync(ct));
}
