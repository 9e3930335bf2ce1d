using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Funding;

/// <summary>What the grants pay at some places, worked out from the lines.</summary>
public sealed class GrantShares
{
    private readonly ILookup<AllocationPlace, GrantShare> _shares;

    private GrantShares(ILookup<AllocationPlace, GrantShare> shares) => _shares = shares;

    public static async Task<GrantShares> AtAsync(TrainingDbContext db, IReadOnlyList<EnrolmentId> enrolments, IReadOnlyList<TeachingSlotId> slots, CancellationToken ct)
    {
        var lines = await (
            from line in db.AllocationLines.AsNoTracking()
            join grant in db.Grants on line.GrantId equals grant.Id
            where enrolments.Contains(line.EnrolmentId) && slots.Contains(line.SlotId)
            select new
            {
                line.GrantId,
                grant.Priority,
                line.EnrolmentId,
                line.SlotId,
                line.Basis,
                line.Minutes,
                line.OfClaimId,
                InClaim = db.GrantClaimLines.Where(c => c.AllocationLineId == line.Id).Select(c => (GrantClaimId?)c.ClaimId).FirstOrDefault(),
            }).ToListAsync(ct);
        var order = lines.Count == 0 ? [] : await db.GrantClaims.AsNoTracking().OrderBy(c => c.RecordedAt).ThenBy(c => c.Number).Select(c => c.Id).ToListAsync(ct);

        // A line to repay lowers the claim that it is of, wherever it stands itself.
        return new GrantShares(lines
            .GroupBy(line => (Place: new AllocationPlace(line.EnrolmentId, line.SlotId, line.Basis), line.GrantId, line.Priority))
            .ToLookup(group => group.Key.Place, group => new GrantShare(
                group.Key.GrantId, group.Key.Priority,
                group.Where(line => line.OfClaimId is null && line.InClaim is null).Sum(line => line.Minutes),
                [.. order.Select(claim => (claim, group.Where(line => (line.OfClaimId ?? line.InClaim) == claim).Sum(line => line.Minutes))).Where(claim => claim.Item2 > 0)])));
    }

    public IEnumerable<GrantShare> At(AllocationPlace place) => _shares[place];
}
