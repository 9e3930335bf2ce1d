using Training.Domain.Attendance.Watch;

namespace Training.Web.Jobs;

/// <summary>Chases registers that nobody has closed.</summary>
public sealed class AttendanceChaseJob(RemindOfOpenRegisters remind) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await remind.HandleAsync(ct));
}
