using Training.Reports.Subscriptions;
using Training.Web.Access;

namespace Training.Web.Jobs;

/// <summary>Makes the reports that people subscribed to and whose moment has come.</summary>
public sealed class ReportSubscriptionsJob(SendSubscribedReports send) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await send.HandleAsync(new(Roles.Able(Policies.ReadReports)), ct));
}
