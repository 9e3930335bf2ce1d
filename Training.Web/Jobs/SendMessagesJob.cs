using Quartz;
using Training.Web.Messages;

namespace Training.Web.Jobs;

/// <summary>Sends what the outbox holds.</summary>
[DisallowConcurrentExecution]
public sealed class SendMessagesJob(SendMessages send) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await send.HandleAsync(cancellationToken);
}
