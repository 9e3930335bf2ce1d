namespace Training.Domain.Accounts;

/// <summary>
/// Who somebody is to the provider that vouches for them. Microsoft Entra gives each application another <c>sub</c>, so there it
/// is tenant and object id; every other issuer is known by <c>iss</c> and <c>sub</c>. Never an e-mail address, which changes hands.
/// </summary>
public sealed record SignInKey(string Issuer, string Subject)
{
    internal const string EntraPrefix = "entra:";

    public static SignInKey Entra(string tenantId, string objectId) => new(EntraPrefix + tenantId.ToLowerInvariant(), objectId.ToLowerInvariant());
}

/// <summary>One way in which the holder of an account signs in.</summary>
public sealed class SignInIdentity
{
    public const int IssuerMaxLength = 300;
    public const int SubjectMaxLength = 255;

    private SignInIdentity() => (Issuer, Subject) = ("", "");

    public SignInIdentity(AccountId account, SignInKey key, DateTimeOffset now) =>
        (AccountId, Issuer, Subject, RecordedAt) = (account, key.Issuer, key.Subject, now);

    public AccountId AccountId { get; private set; }

    public string Issuer { get; private set; }

    public string Subject { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Whether an organisation's tenant vouches for it, and no personal sign-in.</summary>
    public bool IsEntra => Issuer.StartsWith(SignInKey.EntraPrefix, StringComparison.Ordinal);
}
