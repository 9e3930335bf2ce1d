using Microsoft.EntityFrameworkCore;
using Training.Domain.Certificates;
using Training.Domain.Persistence;

namespace Training.Web.Jobs;

/// <summary>The order to issue the certificates of some sessions, by their codes.</summary>
public sealed record IssueCertificatesWork(IReadOnlyList<string> Sessions)
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
            issued += await issue.HandleAsync(new(session.Id), ct);
            db.ChangeTracker.Clear();
        }

        await progress.ReportAsync(Sessions.Count, Sessions.Count, ct);
        return issued.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
