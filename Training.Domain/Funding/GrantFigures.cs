using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

/// <summary>How a grant stands, in minutes.</summary>
/// <param name="Allocated">What it pays, net.</param>
/// <param name="Claimable">Of that, what stands in no claim and is signed for where the grant asks for it.</param>
/// <param name="WithoutSignature">Of that, what stands in no claim and waits for a signature.</param>
/// <param name="ToRepay">What was claimed, taken back since and stands in no later claim.</param>
/// <param name="InReview">What waits for a manager's decision and counts for nothing.</param>
public sealed record GrantFigures(int Budget, int Allocated, int Claimable, int WithoutSignature, int Claimed, int ToRepay, int InReview)
{
    public int Left => Budget - Allocated;

    /// <summary>What a claim would say now; below nothing where more is to be repaid.</summary>
    public int NextClaim => Claimable - ToRepay;

    public static async Task<IReadOnlyDictionary<GrantId, GrantFigures>> OfAllAsync(TrainingDbContext db, CancellationToken ct)
    {
        var grants = await db.Grants.AsNoTracking().ToListAsync(ct);
        var all = await db.AllocationLines.AsNoTracking().GroupBy(line => line.GrantId)
            .Select(group => new { group.Key, Minutes = group.Sum(line => line.Minutes) }).ToDictionaryAsync(row => row.Key, row => row.Minutes, ct);
        var open = await db.AllocationLines.AsNoTracking().Where(line => !db.GrantClaimLines.Any(claimed => claimed.AllocationLineId == line.Id)).ToListAsync(ct);
        var unsigned = await UnsignedLines.OfAsync(db, grants, open, ct);
        var reviews = await db.AllocationReviews.AsNoTracking().Where(r => !db.AllocationDecisions.Any(d => d.ReviewId == r.Id))
            .GroupBy(r => r.GrantId).Select(group => new { group.Key, Minutes = group.Sum(r => r.Minutes) }).ToDictionaryAsync(row => row.Key, row => row.Minutes, ct);
        var openOf = open.ToLookup(line => line.GrantId);

        return grants.ToDictionary(grant => grant.Id, grant =>
        {
            var (allocated, lines) = (all.GetValueOrDefault(grant.Id), openOf[grant.Id].ToList());
            var waiting = lines.Where(unsigned.Contains).Sum(line => line.Minutes);
            var repay = -lines.Where(line => line.Kind == AllocationKind.ToRepay).Sum(line => line.Minutes);
            var standing = lines.Sum(line => line.Minutes);
            return new GrantFigures(
                grant.BudgetMinutes, allocated, standing + repay - waiting, waiting, allocated - standing, repay, reviews.GetValueOrDefault(grant.Id));
        });
    }
}
