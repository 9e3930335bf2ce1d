using Training.Domain.Attendance.Watch;

namespace Training.Web.Jobs;

/// <summary>Warns of who is about to miss too much.</summary>
public sealed class AttendanceOutlookJob(WarnOfAbsence warn) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await warn.HandleAsync(ct));
}
