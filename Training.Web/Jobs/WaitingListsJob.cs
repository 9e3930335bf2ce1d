using Quartz;
using Training.Domain.Enrolments;

namespace Training.Web.Jobs;

/// <summary>Lets holds and offers lapse, invites those who wait and reminds employers of requests.</summary>
[DisallowConcurrentExecution]
public sealed class WaitingListsJob(KeepWaitingLists keep, ChaseApprovals chase) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await chase.HandleAsync(cancellationToken);
        await keep.HandleAsync(cancellationToken);
        await chase.HandleAsync(cancellationToken);
    }
}
