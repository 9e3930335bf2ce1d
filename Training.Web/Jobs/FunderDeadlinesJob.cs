using Training.Domain.Funding;

namespace Training.Web.Jobs;

/// <summary>Warns of the days by which funders want something.</summary>
public sealed class FunderDeadlinesJob(WarnOfDeadlines warn) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await warn.HandleAsync(ct));
}
