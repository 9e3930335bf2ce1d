using Training.Domain.Certificates;

namespace Training.Web.Jobs;

/// <summary>Certificates of regular enrolment, where the school offers educational leave.</summary>
public sealed class PelEnrolmentCertificatesJob(IssueDueCertificates issue) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await issue.HandleAsync(new(CertificateKind.RegularEnrolment), ct));
}
