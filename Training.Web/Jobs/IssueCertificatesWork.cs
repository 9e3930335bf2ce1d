using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Certificates;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;

namespace Training.Web.Jobs;

/// <summary>The order to issue the certificates of some sessions, by their codes. Taken up again after a crash, it issues what is still due.</summary>
/// <param name="Of">Only these enrolments; nothing means all that are due.</param>
public sealed record IssueCertificatesWork(
    IReadOnlyList<string> Sessions, CertificateKind Certificate = CertificateKind.Participation, IReadOnlyList<Guid>? Of = null, DateOnly? Quarter = null)
{
    public const string Kind = "issue-certificates";

    /// <returns>How many certificates were issued.</returns>
    public async Task<string> RunAsync(IServiceProvider services, WorkProgress progress, CancellationToken ct)
    {
        var (db, issue) = (services.GetRequiredService<TrainingDbContext>(), services.GetRequiredService<IssueCertificates>());
        var issued = 0;
        foreach (var (index, code) in Sessions.Index())
        {
            await progress.ReportAsync(index, Sessions.Count, ct);
            var session = await db.Sessions.AsNoTracking().Where(s => s.Code == code).OneAsync(ct);
            var outcome = await issue.HandleAsync(new(session.Id, Certificate, Of?.Select(id => new EnrolmentId(id)).ToList(), Quarter), ct);
            issued += outcome.IsRefused ? 0 : outcome.Value;
        }

        await progress.ReportAsync(Sessions.Count, Sessions.Count, ct);
        return issued.ToString(CultureInfo.InvariantCulture);
    }
}
