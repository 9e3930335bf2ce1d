using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Funding;

/// <summary>
/// Allocates what is attended and not yet paid to the grants, by their priority. First as a preview, which writes nothing. Doing it
/// again adds only what has come since.
/// </summary>
public sealed class AllocateMinutes(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Grants">Only these; nothing means all.</param>
    public sealed record Request(bool IsPreview, IReadOnlyList<GrantId>? Grants = null);

    public async Task<Outcome<AllocationPlan>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plan = await PlanAsync(request.Grants, ct);
        if (request.IsPreview)
            return plan;

        var (by, now) = (current.Actor.Name, clock.Now);
        db.AddRange(plan.Lines.Select(share => AllocationLine.Allocate(share.Grant, share.Place, share.Minutes, reason: null, by, now)));
        db.AddRange(plan.Reviews.Select(share => new AllocationReview(share.Grant, share.Place, share.Minutes, reason: null, by, now)));
        if (!await db.TrySaveAllocationAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return plan;
    }

    private async Task<AllocationPlan> PlanAsync(IReadOnlyList<GrantId>? only, CancellationToken ct)
    {
        var grants = await (
            from grant in db.Grants.AsNoTracking()
            join programme in db.Programmes on grant.ProgrammeId equals programme.Id
            select new { Grant = grant, programme.FunderCode }).ToListAsync(ct);
        grants.RemoveAll(one => only is not null && !only.Contains(one.Grant.Id));
        if (grants.Count == 0)
            return AllocationPlan.Of([], [], new Dictionary<(AllocationPlace, GrantId), int>(), new HashSet<(AllocationPlace, GrantId)>());

        var paid = (await db.AllocationLines.AsNoTracking()
                .GroupBy(line => new { line.EnrolmentId, line.SlotId, line.Basis, line.GrantId })
                .Select(group => new { group.Key, Minutes = group.Sum(line => line.Minutes) }).ToListAsync(ct))
            .ToDictionary(row => (new AllocationPlace(row.Key.EnrolmentId, row.Key.SlotId, row.Key.Basis), row.Key.GrantId), row => row.Minutes);
        var reviews = await db.AllocationReviews.AsNoTracking()
            .Select(review => new { Review = review, IsOpen = !db.AllocationDecisions.Any(decision => decision.ReviewId == review.Id) }).ToListAsync(ct);
        var reviewed = reviews.Select(one => (one.Review.Place, one.Review.GrantId)).ToHashSet();
        var waiting = reviews.Where(one => one.IsOpen).GroupBy(one => one.Review.GrantId).ToDictionary(group => group.Key, group => group.Sum(one => one.Review.Minutes));
        var spent = paid.GroupBy(share => share.Key.Item2).ToDictionary(group => group.Key, group => group.Sum(share => share.Value));
        var slots = await SealedAttendance.BetweenAsync(db, grants.Min(one => one.Grant.From), grants.Max(one => one.Grant.To), ct);
        return AllocationPlan.Of(
            grants.Select(one => new PayingGrant(
                one.Grant, one.FunderCode, one.Grant.BudgetMinutes - spent.GetValueOrDefault(one.Grant.Id), waiting.GetValueOrDefault(one.Grant.Id))),
            slots, paid, reviewed);
    }
}
