using Training.Domain.Certificates;

namespace Training.Web.Jobs;

/// <summary>Certificates of the sessions that are over.</summary>
public sealed class CertificatesJob(IssueDueCertificates issue) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await issue.HandleAsync(new(CertificateKind.Participation), ct));
}
