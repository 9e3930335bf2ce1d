using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

/// <summary>A manager puts right what a grant says, as long as it does not contradict what was allocated under it.</summary>
public sealed class RestateGrant(TrainingDbContext db)
{
    /// <param name="Deadlines">Added to those that are known.</param>
    public sealed record Request(GrantId Grant, GrantTerms Terms, IReadOnlyList<(DateOnly On, LocalizedText What)> Deadlines);

    public async Task<Outcome<Grant>> HandleAsync(Request request, CancellationToken ct)
    {
        var grant = await db.Grants.Include(g => g.Deadlines).Where(g => g.Id == request.Grant).OneAsync(ct);
        if (await ContradictionAsync(grant, request.Terms, ct) is { } refusal)
            return refusal;

        grant.Restate(request.Terms);
        foreach (var (on, what) in request.Deadlines)
            grant.MustDeliver(on, what);

        return await db.TrySaveAsync(ct) ? grant : new ChangedMeanwhile();
    }

    private async Task<Refusal?> ContradictionAsync(Grant grant, GrantTerms terms, CancellationToken ct)
    {
        var lines = await (
            from line in db.AllocationLines.AsNoTracking()
            join slot in db.TeachingSlots on line.SlotId equals slot.Id
            where line.GrantId == grant.Id
            select new { slot.Date, line.Minutes, IsOpen = !db.GrantClaimLines.Any(claimed => claimed.AllocationLineId == line.Id) }).ToListAsync(ct);
        var allocated = lines.Sum(line => line.Minutes);
        if (terms.Basis != grant.Basis && (lines.Count > 0 || await db.AllocationReviews.AnyAsync(r => r.GrantId == grant.Id, ct)))
            return new GrantBasisFixed(grant.Basis, allocated);
        if (terms.BudgetMinutes < grant.BudgetMinutes && terms.BudgetMinutes < allocated)
            return new BudgetBelowAllocated(allocated);

        // What was claimed and not yet given back belongs to the grant too, though it pays it no longer.
        var outside = lines.Where(line => line.Date < terms.From || line.Date > terms.To).ToList();
        var (paid, open) = (outside.Sum(line => line.Minutes), outside.Where(line => line.IsOpen).Sum(line => line.Minutes));
        return paid == 0 && open == 0 ? null : new AllocatedOutsidePeriod(outside.Min(line => line.Date), outside.Max(line => line.Date), paid == 0 ? -open : paid);
    }
}
