using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

/// <summary>How a grant stands, in minutes.</summary>
/// <param name="Allocated">What it pays, net.</param>
/// <param name="Claimable">Of that, what stands in no claim.</param>
/// <param name="ToRepay">What was claimed, taken back since and stands in no later claim.</param>
/// <param name="InReview">What waits for a manager's decision and counts for nothing.</param>
public sealed record GrantFigures(int Budget, int Allocated, int Claimable, int Claimed, int ToRepay, int InReview)
{
    public int Left => Budget - Allocated;

    /// <summary>Of what could be claimed, the minutes for which a signature is missing that the grant asks for.</summary>
    public static async Task<int> UnsignedAsync(TrainingDbContext db, GrantId id, CancellationToken ct)
    {
        var grant = await db.Grants.AsNoTracking().Where(g => g.Id == id).OneAsync(ct);
        var open = await db.AllocationLines.AsNoTracking().Where(line => line.GrantId == id && !db.GrantClaimLines.Any(claimed => claimed.AllocationLineId == line.Id)).ToListAsync(ct);
        return (await UnsignedLines.OfAsync(db, grant, open, ct)).Sum(line => line.Minutes);
    }

    public static async Task<IReadOnlyDictionary<GrantId, GrantFigures>> OfAllAsync(TrainingDbContext db, CancellationToken ct)
    {
        var all = await db.AllocationLines.AsNoTracking()
            .GroupBy(line => new { line.GrantId, line.Kind })
            .Select(group => new { group.Key.GrantId, group.Key.Kind, Minutes = group.Sum(line => line.Minutes) }).ToListAsync(ct);
        var claimed = (await (
            from line in db.AllocationLines.AsNoTracking()
            join claim in db.GrantClaimLines on line.Id equals claim.AllocationLineId
            group line.Minutes by new { line.GrantId, line.Kind } into sums
            select new { sums.Key.GrantId, sums.Key.Kind, Minutes = sums.Sum() }).ToListAsync(ct)).ToDictionary(row => (row.GrantId, row.Kind), row => row.Minutes);
        var reviews = await db.AllocationReviews.AsNoTracking().Where(r => !db.AllocationDecisions.Any(d => d.ReviewId == r.Id))
            .GroupBy(r => r.GrantId).Select(group => new { group.Key, Minutes = group.Sum(r => r.Minutes) }).ToDictionaryAsync(row => row.Key, row => row.Minutes, ct);
        var budgets = await db.Grants.AsNoTracking().Select(g => new { g.Id, g.BudgetMinutes }).ToListAsync(ct);
        int All(GrantId grant, AllocationKind kind) => all.Find(row => row.GrantId == grant && row.Kind == kind)?.Minutes ?? 0;
        int Claimed(GrantId grant, AllocationKind kind) => claimed.GetValueOrDefault((grant, kind));
        int Open(GrantId grant, AllocationKind kind) => All(grant, kind) - Claimed(grant, kind);

        return budgets.ToDictionary(grant => grant.Id, grant => new GrantFigures(
            grant.BudgetMinutes,
            Enum.GetValues<AllocationKind>().Sum(kind => All(grant.Id, kind)),
            Open(grant.Id, AllocationKind.Allocated) + Open(grant.Id, AllocationKind.Reversed),
            Enum.GetValues<AllocationKind>().Sum(kind => Claimed(grant.Id, kind)),
            -Open(grant.Id, AllocationKind.ToRepay),
            reviews.GetValueOrDefault(grant.Id)));
    }
}
