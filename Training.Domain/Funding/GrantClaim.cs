namespace Training.Domain.Funding;

public readonly record struct GrantClaimId(Guid Value) : IId<GrantClaimId>
{
    public static GrantClaimId From(Guid value) => new(value);
}

/// <summary>Minutes that were claimed of a funder at one moment. What changes later is shown as a difference and never alters it.</summary>
public sealed class GrantClaim
{
    private GrantClaim() => RecordedBy = "";

    public GrantClaim(GrantId grant, int number, DateOnly upTo, int minutes, string by, DateTimeOffset now) =>
        (Id, GrantId, Number, UpTo, Minutes, RecordedBy, RecordedAt) = (new GrantClaimId(Guid.CreateVersion7()), grant, number, upTo, minutes, by, now);

    public GrantClaimId Id { get; private set; }

    public GrantId GrantId { get; private set; }

    /// <summary>Counts from 1 for each grant.</summary>
    public int Number { get; private set; }

    /// <summary>The last teaching day that it covers.</summary>
    public DateOnly UpTo { get; private set; }

    public int Minutes { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>A line that stands in a claim. A line stands in one claim at most.</summary>
public sealed class GrantClaimLine(AllocationLineId allocationLineId, GrantClaimId claimId)
{
    public AllocationLineId AllocationLineId { get; private set; } = allocationLineId;

    public GrantClaimId ClaimId { get; private set; } = claimId;
}
