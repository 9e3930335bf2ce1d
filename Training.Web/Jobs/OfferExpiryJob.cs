using Training.Domain.Enrolments;

namespace Training.Web.Jobs;

/// <summary>Lets holds and offers lapse, turns to the next in line and reminds employers of requests.</summary>
public sealed class OfferExpiryJob(KeepWaitingLists keep, ChaseApprovals chase) : ITimedJob
{
    // Employers are reminded before a hold lapses, and the next in charge is asked after.
    public async Task<JobReport> RunAsync(CancellationToken ct) =>
        new(await chase.HandleAsync(ct) + await keep.HandleAsync(ct) + await chase.HandleAsync(ct));
}
