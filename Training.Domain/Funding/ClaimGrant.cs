using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Funding;

/// <summary>
/// Claims of a funder what its grant pays and nobody has claimed yet, less what is to be repaid: below nothing where that is more. Where the
/// grant asks for signatures, what is not signed for waits for a later claim.
/// </summary>
public sealed class ClaimGrant(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="UpTo">The last teaching day that the claim covers.</param>
    public sealed record Request(GrantId Grant, DateOnly UpTo);

    public async Task<Outcome<GrantClaim>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var grant = await db.Grants.AsNoTracking().Where(g => g.Id == request.Grant).OneAsync(ct);
        if (!grant.Covers(request.UpTo))
            return new OutsideGrantPeriod(request.UpTo);
        if (request.UpTo > clock.Today)
            return new DayToCome(request.UpTo);

        var lines = await (
            from line in db.AllocationLines.AsNoTracking()
            join slot in db.TeachingSlots on line.SlotId equals slot.Id
            where line.GrantId == grant.Id && slot.Date <= request.UpTo && !db.GrantClaimLines.Any(claimed => claimed.AllocationLineId == line.Id)
            select line).ToListAsync(ct);
        var unsigned = await UnsignedLines.OfAsync(db, [grant], lines, ct);
        lines.RemoveAll(unsigned.Contains);
        var minutes = lines.Sum(line => line.Minutes);
        if (minutes <= 0 && !lines.Exists(line => line.Kind == AllocationKind.ToRepay))
            return new NothingToClaim(request.UpTo);

        var number = await db.GrantClaims.Where(c => c.GrantId == grant.Id).CountAsync(ct) + 1;
        var claim = new GrantClaim(grant.Id, number, request.UpTo, minutes, current.Actor.Name, clock.Now);
        db.Add(claim);
        db.AddRange(lines.Select(line => new GrantClaimLine(line.Id, claim.Id)));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException collision) when (collision.IsCollision(entry => entry.Entity is GrantClaim or GrantClaimLine))
        {
            // Somebody claims the same lines at the same instant: a line stands in one claim.
            db.ChangeTracker.Clear();
            return new ChangedMeanwhile();
        }

        await transaction.CommitAsync(ct);
        return claim;
    }
}
