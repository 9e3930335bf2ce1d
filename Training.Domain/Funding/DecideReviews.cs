using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Funding;

/// <summary>
/// A manager decides, of one or of many at once, whether a second source may pay the same wage: no, beside the first as far as the minutes
/// reach, or instead of it. Each stands alone: one that is refused leaves the others decided.
/// </summary>
public sealed class DecideReviews(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    private const string BeforeReview = "before_review";

    public sealed record Request(IReadOnlyList<AllocationReviewId> Reviews, ReviewVerdict Verdict, string Reason);

    /// <param name="Refused">What stays as it was, and why.</param>
    public sealed record Result(int Decided, IReadOnlyDictionary<AllocationReviewId, Refusal> Refused);

    public async Task<Outcome<Result>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
            return new ReasonMissing();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var reviews = await db.AllocationReviews.AsNoTracking().Where(r => request.Reviews.Contains(r.Id)).OrderBy(r => r.RecordedAt).ThenBy(r => r.Id).ToListAsync(ct);
        if (reviews.Count != request.Reviews.Distinct().Count())
            throw new NotFoundException(nameof(AllocationReview));

        var refused = new Dictionary<AllocationReviewId, Refusal>();
        foreach (var review in reviews)
        {
            if (await TryDecideAsync(request, review, transaction, ct) is { } refusal)
                refused[review.Id] = refusal;
        }

        await transaction.CommitAsync(ct);
        return new Result(reviews.Count - refused.Count, refused);
    }

    private async Task<Refusal?> TryDecideAsync(Request request, AllocationReview review, IDbContextTransaction transaction, CancellationToken ct)
    {
        await transaction.CreateSavepointAsync(BeforeReview, ct);
        var refusal = await DecideAsync(request, review, ct);
        db.ChangeTracker.Clear();
        if (refusal is not null)
            await transaction.RollbackToSavepointAsync(BeforeReview, ct);
        return refusal;
    }

    private async Task<Refusal?> DecideAsync(Request request, AllocationReview review, CancellationToken ct)
    {
        if (await db.AllocationDecisions.AnyAsync(d => d.ReviewId == review.Id, ct))
            return new ReviewAlreadyDecided();
        if (request.Verdict != ReviewVerdict.Rejected && await AcceptAsync(request, review, ct) is { } refusal)
            return refusal;

        db.Add(new AllocationDecision(review.Id, request.Verdict, request.Reason, current.Actor.Name, clock.Now));

        // Two who decide at once: the review bears one decision.
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException collision) when (collision.IsCollision(entry => entry.Entity is AllocationDecision or AllocationLine))
        {
            return new ChangedMeanwhile();
        }
    }

    private async Task<Refusal?> AcceptAsync(Request request, AllocationReview review, CancellationToken ct)
    {
        var place = review.Place;
        var grant = await db.Grants.AsNoTracking().SingleAsync(g => g.Id == review.GrantId, ct);
        var slot = await db.TeachingSlots.AsNoTracking().SingleAsync(s => s.Id == place.Slot, ct);
        if (await db.WhyNotAsync(grant, slot, review.Minutes, ct) is { } refusal)
            return refusal;

        var attended = await db.AttendanceMarks
            .Where(m => m.EnrolmentId == place.Enrolment && m.SlotId == place.Slot && m.SupersededAt == null).SumAsync(m => m.AttendedMinutes, ct);
        var shares = (await GrantShares.AtAsync(db, [place.Enrolment], [place.Slot], ct)).At(place).ToList();
        var excess = shares.Sum(share => share.Total) + review.Minutes - attended;
        var others = shares.Where(share => share.Grant != review.GrantId).ToList();
        if (review.Minutes > attended || (excess > 0 && (request.Verdict == ReviewVerdict.AcceptedBeside || others.Sum(share => share.Total) < excess)))
            return new MoreThanAttended(attended, shares.Sum(share => share.Total));

        // What is given back goes in before what takes its place: the database counts line by line.
        db.AddRange(TakeBack.Of(others, Math.Max(0, excess)).Select(taken =>
            AllocationLine.TakeBack(taken.Grant, place, taken.Minutes, taken.Claim, request.Reason, current.Actor.Name, clock.Now)));
        if (!await db.TrySaveAllocationAsync(ct))
            return new ChangedMeanwhile();

        db.Add(AllocationLine.Allocate(review.GrantId, place, review.Minutes, request.Reason, current.Actor.Name, clock.Now));
        return null;
    }
}
