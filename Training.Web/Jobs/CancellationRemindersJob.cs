using Training.Domain.Enrolments;

namespace Training.Web.Jobs;

/// <summary>Tells people with a seat until when they can withdraw without cost.</summary>
public sealed class CancellationRemindersJob(RemindOfCancellation remind) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await remind.HandleAsync(ct));
}
