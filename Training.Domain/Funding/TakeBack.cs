namespace Training.Domain.Funding;

/// <summary>What one grant pays at one place.</summary>
/// <param name="Unclaimed">Net minutes that stand in no claim.</param>
/// <param name="Claimed">Net minutes in claims less what is to be repaid of them, the latest claim last.</param>
public sealed record GrantShare(GrantId Grant, int Priority, int Unclaimed, IReadOnlyList<(GrantClaimId Claim, int Minutes)> Claimed)
{
    public int Total => Math.Max(0, Unclaimed) + Claimed.Sum(claim => claim.Minutes);
}

/// <summary>Minutes to take back of one grant; of a claim, when they stand in one.</summary>
public readonly record struct TakenBack(GrantId Grant, int Minutes, GrantClaimId? Claim);

/// <summary>
/// Who gives back how much when fewer minutes were attended than are paid: the grant of lowest priority first, and of each what was not
/// claimed before what was.
/// </summary>
public static class TakeBack
{
    public static IReadOnlyList<TakenBack> Of(IEnumerable<GrantShare> shares, int excessMinutes)
    {
        var taken = new List<TakenBack>();
        foreach (var source in shares.OrderByDescending(share => share.Priority).ThenByDescending(share => share.Grant.Value).SelectMany(SourcesOf))
        {
            var minutes = Math.Min(source.Minutes, excessMinutes);
            if (minutes <= 0)
                continue;

            taken.Add(source with { Minutes = minutes });
            excessMinutes -= minutes;
        }

        return taken;
    }

    // What was not claimed, then what stands in claims, the latest first.
    private static IEnumerable<TakenBack> SourcesOf(GrantShare share) =>
        share.Claimed.Reverse().Select(claim => new TakenBack(share.Grant, claim.Minutes, claim.Claim)).Prepend(new TakenBack(share.Grant, share.Unclaimed, Claim: null));
}
