namespace Training.Domain.Inbox;

/// <summary>Somebody of the secretariat has taken something of the inbox upon themselves, so that no two do the same work.</summary>
public sealed class InboxClaim
{
    public const int KindMaxLength = 40;

    private InboxClaim() => (Kind, ClaimedBy) = ("", "");

    public InboxClaim(string kind, Guid item, string by, DateTimeOffset now) => (Kind, ItemId, ClaimedBy, ClaimedAt) = (kind, item, by, now);

    /// <summary>The code of the inbox's kind, as in its address.</summary>
    public string Kind { get; private set; }

    public Guid ItemId { get; private set; }

    public string ClaimedBy { get; private set; }

    public DateTimeOffset ClaimedAt { get; private set; }
}
