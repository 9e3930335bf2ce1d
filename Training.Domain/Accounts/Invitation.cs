namespace Training.Domain.Accounts;

public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    public static InvitationId New() => new(Guid.CreateVersion7());

    public static InvitationId From(Guid value) => new(value);
}

/// <summary>
/// The one chance to bind a way of signing in to an account. It is accepted once, within its days, and by whoever the provider knows
/// under the address to which it was sent; one on paper, for somebody without e-mail, has no address.
/// </summary>
public sealed class Invitation
{
    public const int AddressMaxLength = 254;

    private Invitation() => (CodeDigest, InvitedBy) = ("", "");

    public Invitation(AccountId account, InvitationCode code, string? address, DateOnly lastDay, string invitedBy, DateTimeOffset now) : this()
    {
        (Id, AccountId, CodeDigest, Address) = (InvitationId.New(), account, code.Digest(), address);
        (LastDay, InvitedBy, RecordedAt) = (lastDay, invitedBy, now);
    }

    public InvitationId Id { get; private set; }

    public AccountId AccountId { get; private set; }

    public string CodeDigest { get; private set; }

    /// <summary>The e-mail address invited; nothing for an invitation on paper.</summary>
    public string? Address { get; private set; }

    /// <summary>The last day on which it can be accepted.</summary>
    public DateOnly LastDay { get; private set; }

    public string InvitedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Of two that accept at once, the second finds this changed.</summary>
    public int Version { get; private set; }

    public bool IsOpenOn(DateOnly day) => AcceptedAt is null && WithdrawnAt is null && day <= LastDay;

    /// <param name="addresses">Under which the provider knows whoever accepts.</param>
    public Refusal? Accept(IReadOnlyCollection<string> addresses, DateOnly today, DateTimeOffset now)
    {
        if (AcceptedAt is not null)
            return new InvitationUsed();
        if (WithdrawnAt is not null || today > LastDay)
            return new InvitationExpired(LastDay);
        if (Address is not null && !addresses.Contains(Address, StringComparer.OrdinalIgnoreCase))
            return new InvitationForAnotherAddress();

        (AcceptedAt, Version) = (now, Version + 1);
        return null;
    }

    public void Withdraw(DateTimeOffset now) => (WithdrawnAt, Version) = (WithdrawnAt ?? now, Version + 1);
}
