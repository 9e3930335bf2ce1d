using Training.Domain.TimeRelease;

namespace Training.Web.Jobs;

/// <summary>Tells employers that the statement of last month's posts can be checked.</summary>
public sealed class GecoMonthlyStatementJob(AnnounceStatements announce) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await announce.HandleAsync(ct));
}
