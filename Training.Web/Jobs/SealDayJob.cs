using Training.Domain.ChangeRecords;

namespace Training.Web.Jobs;

/// <summary>Seals the change records of the day that has ended.</summary>
public sealed class SealDayJob(SealDay sealDay) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await sealDay.HandleAsync(ct) is null ? 0 : 1);
}
