using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Retention;
using Training.Domain.Time;

namespace Training.Web.Features.Retention;

/// <summary>The lists of what may be destroyed or was, the latest first.</summary>
public sealed record RetentionPage(IReadOnlyList<RetentionPage.List> Lists)
{
    private const int AtMost = 24;

    /// <param name="CanRelease">The reader has not released it yet.</param>
    public sealed record List(Guid Id, DateOnly AsOf, DateTime? DestroyedAt, IReadOnlyList<Line> Lines, IReadOnlyList<string> ReleasedBy, bool CanRelease);

    public sealed record Line(DestructionClass Class, int Count, string Digest);

    public static async Task<RetentionPage> FindAsync(TrainingDbContext db, OfficeClock clock, string reader, CancellationToken ct)
    {
        var lists = await db.DestructionLists.AsNoTracking().Include(l => l.Items).Include(l => l.Releases).AsSplitQuery()
            .OrderByDescending(l => l.DrawnUpAt).ThenBy(l => l.Id).Take(AtMost).ToListAsync(ct);
        return new RetentionPage(lists.ConvertAll(list => new List(
            list.Id.Value, list.AsOf, list.DestroyedAt is { } at ? clock.LocalOn(at) : null, [.. list.Summary.Select(line => new Line(line.Class, line.Count, line.Digest))],
            [.. list.Releases.OrderBy(r => r.ReleasedAt).Select(r => r.ReleasedBy)], list.DestroyedAt is null && list.Releases.All(r => r.ReleasedBy != reader))));
    }
}
