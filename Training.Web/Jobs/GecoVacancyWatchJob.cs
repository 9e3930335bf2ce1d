using Training.Domain.TimeRelease;

namespace Training.Web.Jobs;

/// <summary>Warns of posts that stand empty and will be lost.</summary>
public sealed class GecoVacancyWatchJob(WarnOfVacancies warn) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await warn.HandleAsync(ct));
}
