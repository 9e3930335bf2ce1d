using Microsoft.EntityFrameworkCore;
using Training.Domain.Funding;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Funding;

/// <summary>A claim line by line, and what has been taken back of it since.</summary>
public sealed record ClaimPage(Grant Grant, GrantClaim Claim, IReadOnlyList<LineShown> Lines, int Found, int Number, IReadOnlyList<LineShown> TakenBack)
{
    private const int PageSize = 200;

    public int PageCount => Pager.CountOf(Found, PageSize);

    public static async Task<ClaimPage> FindAsync(TrainingDbContext db, Grant grant, int number, int page, CancellationToken ct)
    {
        var claim = await db.GrantClaims.AsNoTracking().Where(c => c.GrantId == grant.Id && c.Number == number).OneAsync(ct);
        var lines = db.AllocationLines.Where(line => db.GrantClaimLines.Any(claimed => claimed.ClaimId == claim.Id && claimed.AllocationLineId == line.Id));
        var found = await lines.CountAsync(ct);
        var shown = Math.Clamp(page, 1, Pager.CountOf(found, PageSize));
        return new ClaimPage(
            grant, claim, await LineShown.Of(db, lines).Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(ct), found, shown,
            await LineShown.Of(db, db.AllocationLines.Where(line => line.OfClaimId == claim.Id)).ToListAsync(ct));
    }
}
