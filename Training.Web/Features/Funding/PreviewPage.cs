using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.Persistence;

namespace Training.Web.Features.Funding;

/// <summary>What an allocation by priority would write, by grant and session.</summary>
public sealed record PreviewPage(IReadOnlyList<PreviewPage.Line> Lines, IReadOnlyList<PreviewPage.Line> Reviews)
{
    public sealed record Line(string Grant, LocalizedText Title, CostBasis Basis, string Session, int Minutes, int People);

    public static async Task<PreviewPage> FindAsync(TrainingDbContext db, AllocationPlan plan, CancellationToken ct)
    {
        var grants = await db.Grants.AsNoTracking().ToDictionaryAsync(g => g.Id, ct);
        var ids = plan.Lines.Concat(plan.Reviews).Select(share => share.Session).Distinct().ToList();
        var sessions = await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Code, ct);
        IReadOnlyList<Line> Of(IEnumerable<AllocationPlan.Share> shares) =>
        [
            .. shares.GroupBy(share => (share.Grant, share.Session))
                .Select(group => new Line(
                    grants[group.Key.Grant].Code, grants[group.Key.Grant].Title, grants[group.Key.Grant].Basis, sessions[group.Key.Session],
                    group.Sum(share => share.Minutes), group.Select(share => share.Place.Enrolment).Distinct().Count()))
                .OrderBy(line => line.Grant, StringComparer.Ordinal).ThenBy(line => line.Session, StringComparer.Ordinal),
        ];

        return new PreviewPage(Of(plan.Lines), Of(plan.Reviews));
    }
}
