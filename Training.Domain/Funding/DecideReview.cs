using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Funding;

/// <summary>
/// A manager decides whether a second source may pay the same wage: no, beside the first as far as the minutes reach, or instead of it.
/// </summary>
public sealed class DecideReview(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(AllocationReviewId Review, ReviewVerdict Verdict, string Reason);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
            return new ReasonMissing();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var review = await db.AllocationReviews.AsNoTracking().Where(r => r.Id == request.Review).OneAsync(ct);
        if (await db.AllocationDecisions.AnyAsync(d => d.ReviewId == review.Id, ct))
            return new ReviewAlreadyDecided();

        db.Add(new AllocationDecision(review.Id, request.Verdict, request.Reason, current.Actor.Name, clock.Now));
        if (request.Verdict != ReviewVerdict.Rejected && await AcceptAsync(request, review, ct) is { } refusal)
            return refusal;

        // Two who decide at once: the review bears one decision.
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException collision) when (collision.IsCollision(entry => entry.Entity is AllocationDecision or AllocationLine))
        {
            db.ChangeTracker.Clear();
            return new ChangedMeanwhile();
        }

        await transaction.CommitAsync(ct);
        return new Done();
    }

    private async Task<Refusal?> AcceptAsync(Request request, AllocationReview review, CancellationToken ct)
    {
        var place = review.Place;
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
