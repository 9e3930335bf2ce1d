using Training.Domain.People;

namespace Training.Web.Jobs;

/// <summary>Names the texts in which a national register number stands.</summary>
public sealed class NationalNumberSweepJob(SweepNationalNumbers sweep) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(0, await sweep.HandleAsync(ct));
}
