using Training.Domain.Certificates;

namespace Training.Web.Jobs;

/// <summary>Certificates of regular attendance, where the school offers educational leave.</summary>
public sealed class PelAttendanceCertificatesJob(IssueDueCertificates issue) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await issue.HandleAsync(new(CertificateKind.RegularAttendance), ct));
}
