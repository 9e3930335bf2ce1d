using Training.Domain.Enrolments;
using Training.Domain.Sessions;

namespace Training.Domain.Funding;

public readonly record struct AllocationReviewId(Guid Value) : IId<AllocationReviewId>
{
    public static AllocationReviewId From(Guid value) => new(value);
}

/// <summary>
/// Minutes that a second source would pay as wage. They count for nothing until a manager has decided: that a premium and a refund may
/// both pay the same hour is not settled.
/// </summary>
public sealed class AllocationReview
{
    private AllocationReview() => RecordedBy = "";

    public AllocationReview(GrantId grant, AllocationPlace place, int minutes, string? reason, string by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);
        (Id, GrantId, EnrolmentId, SlotId, Basis) = (new AllocationReviewId(Guid.CreateVersion7()), grant, place.Enrolment, place.Slot, place.Basis);
        (Minutes, Reason, RecordedBy, RecordedAt) = (minutes, reason, by, now);
    }

    public AllocationReviewId Id { get; private set; }

    public GrantId GrantId { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public TeachingSlotId SlotId { get; private set; }

    public CostBasis Basis { get; private set; }

    public int Minutes { get; private set; }

    public string? Reason { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public AllocationPlace Place => new(EnrolmentId, SlotId, Basis);
}

public readonly record struct AllocationDecisionId(Guid Value) : IId<AllocationDecisionId>
{
    public static AllocationDecisionId From(Guid value) => new(value);
}

public enum ReviewVerdict
{
    Rejected,

    /// <summary>Both sources pay, as far as the minutes reach.</summary>
    AcceptedBeside,

    /// <summary>The new source pays, and the earlier one gives its minutes back.</summary>
    AcceptedInstead,
}

/// <summary>What a manager decided on a review, and why. Written once.</summary>
public sealed class AllocationDecision
{
    private AllocationDecision() => (Reason, RecordedBy) = ("", "");

    public AllocationDecision(AllocationReviewId review, ReviewVerdict verdict, string reason, string by, DateTimeOffset now) =>
        (Id, ReviewId, Verdict, Reason, RecordedBy, RecordedAt) = (new AllocationDecisionId(Guid.CreateVersion7()), review, verdict, reason, by, now);

    public AllocationDecisionId Id { get; private set; }

    public AllocationReviewId ReviewId { get; private set; }

    public ReviewVerdict Verdict { get; private set; }

    public string Reason { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
