using Quartz;
using Training.Domain.ChangeRecords;

namespace Training.Web.Jobs;

/// <summary>Seals the change records of the day that has ended.</summary>
[DisallowConcurrentExecution]
public sealed class SealDayJob(SealDay sealDay) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sealDay.HandleAsync(cancellationToken);
}
