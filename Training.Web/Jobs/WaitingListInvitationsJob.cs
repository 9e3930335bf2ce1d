using Training.Domain.Enrolments;

namespace Training.Web.Jobs;

/// <summary>Invites those who wait into seats that are free, up to the last day for it.</summary>
public sealed class WaitingListInvitationsJob(KeepWaitingLists keep) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await keep.HandleAsync(ct));
}
