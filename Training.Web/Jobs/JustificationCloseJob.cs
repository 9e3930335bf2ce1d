using Training.Domain.Attendance.Justifications;

namespace Training.Web.Jobs;

/// <summary>What nobody has justified in time is unjustified.</summary>
public sealed class JustificationCloseJob(CloseJustifications close) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await close.HandleAsync(ct));
}
