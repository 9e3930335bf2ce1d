using Training.Domain.Enrolments;
using Training.Domain.Sessions;

namespace Training.Domain.Funding;

public readonly record struct AllocationLineId(Guid Value) : IId<AllocationLineId>
{
    public static AllocationLineId From(Guid value) => new(value);
}

public enum AllocationKind
{
    Allocated,

    /// <summary>Taken back before it was claimed.</summary>
    Reversed,

    /// <summary>Taken back after it was claimed: the funder has a right to it.</summary>
    ToRepay,
}

/// <summary>Whose minutes: one person's in one slot, on one cost basis.</summary>
public readonly record struct AllocationPlace(EnrolmentId Enrolment, TeachingSlotId Slot, CostBasis Basis);

/// <summary>
/// Minutes of one person in one slot that a grant pays, or pays no longer. Only ever added. The sum over all grants never passes what
/// was attended: the database itself refuses it, whoever writes at the same instant.
/// </summary>
public sealed class AllocationLine
{
    public const int ReasonMaxLength = 500;

    /// <summary>How the database's refusal begins, on both databases.</summary>
    public const string GuardName = "allocation_lines_guard";

    private AllocationLine() => RecordedBy = "";

    private AllocationLine(GrantId grant, AllocationPlace place, AllocationKind kind, int minutes, GrantClaimId? claim, string? reason, string by, DateTimeOffset now) : this()
    {
        (Id, GrantId, EnrolmentId, SlotId, Basis) = (new AllocationLineId(Guid.CreateVersion7()), grant, place.Enrolment, place.Slot, place.Basis);
        (Kind, Minutes, OfClaimId, Reason, RecordedBy, RecordedAt) = (kind, minutes, claim, reason, by, now);
    }

    public AllocationLineId Id { get; private set; }

    public GrantId GrantId { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public TeachingSlotId SlotId { get; private set; }

    public CostBasis Basis { get; private set; }

    public AllocationKind Kind { get; private set; }

    /// <summary>Below nothing where minutes are taken back.</summary>
    public int Minutes { get; private set; }

    /// <summary>The claim in which the minutes stood, when they are to be repaid.</summary>
    public GrantClaimId? OfClaimId { get; private set; }

    /// <summary>Why, where a person did it by hand or a correction caused it.</summary>
    public string? Reason { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public AllocationPlace Place => new(EnrolmentId, SlotId, Basis);

    public static AllocationLine Allocate(GrantId grant, AllocationPlace place, int minutes, string? reason, string by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);
        return new AllocationLine(grant, place, AllocationKind.Allocated, minutes, claim: null, reason, by, now);
    }

    /// <param name="claim">The claim in which the minutes stand already; nothing when they were never claimed.</param>
    public static AllocationLine TakeBack(GrantId grant, AllocationPlace place, int minutes, GrantClaimId? claim, string? reason, string by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);
        return new AllocationLine(grant, place, claim is null ? AllocationKind.Reversed : AllocationKind.ToRepay, -minutes, claim, reason, by, now);
    }
}
