using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Domain.Accounts;

public readonly record struct AccessRequestId(Guid Value) : IId<AccessRequestId>
{
    public static AccessRequestId New() => new(Guid.CreateVersion7());

    public static AccessRequestId From(Guid value) => new(value);
}

/// <summary>What somebody says of themselves who asks for access.</summary>
/// <param name="Email">Where the decision is told; nothing when they have no address, and then signing in again shows it.</param>
/// <param name="Language">Nothing when they asked in a language in which the school does not write.</param>
/// <param name="Organisation">The employer, picked from the list.</param>
/// <param name="EmployerName">The employer, typed because the list does not have it.</param>
public sealed record AccessRequestFacts(
    string FirstName, string LastName, string? Email, CorrespondenceLanguage? Language, OrganisationId? Organisation, string? EmployerName, string Reason);

/// <summary>
/// Somebody whom a provider vouches for and whom no account knows asks for their file. Their employer's training officer or the secretariat
/// says who they are; one request at a time is open for a way of signing in.
/// </summary>
public sealed class AccessRequest
{
    public const int ReasonMaxLength = 500;
    public const int AnswerMaxLength = EnrolmentTransition.ReasonMaxLength;

    private AccessRequest() => (Issuer, Subject, FirstName, LastName, Reason) = ("", "", "", "", "");

    public AccessRequest(SignInKey key, AccessRequestFacts facts, DateTimeOffset now) : this()
    {
        (Id, Issuer, Subject, AskedAt) = (AccessRequestId.New(), key.Issuer, key.Subject, now);
        (FirstName, LastName, Email, Language) = (facts.FirstName, facts.LastName, facts.Email, facts.Language);
        (OrganisationId, EmployerName, Reason) = (facts.Organisation, facts.Organisation is null ? facts.EmployerName : null, facts.Reason);
    }

    public AccessRequestId Id { get; private set; }

    public string Issuer { get; private set; }

    public string Subject { get; private set; }

    public string FirstName { get; private set; }

    public string LastName { get; private set; }

    public string FullName => $"{FirstName} {LastName}";

    public string? Email { get; private set; }

    public CorrespondenceLanguage? Language { get; private set; }

    public OrganisationId? OrganisationId { get; private set; }

    public string? EmployerName { get; private set; }

    public string Reason { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    /// <summary>The account that was opened; nothing while it waits, or when it was refused.</summary>
    public AccountId? AccountId { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Answer { get; private set; }

    /// <summary>Of two that decide at once, the second finds this changed.</summary>
    public int Version { get; private set; }

    public bool IsOpen => DecidedAt is null;

    public bool IsGranted => AccountId is not null;

    public SignInKey Key => new(Issuer, Subject);

    public Refusal? Grant(AccountId account, string by, DateTimeOffset now)
    {
        if (!IsOpen)
            return new AccessDecidedAlready();

        (AccountId, DecidedBy, DecidedAt, Version) = (account, by, now, Version + 1);
        return null;
    }

    public Refusal? Refuse(string reason, string by, DateTimeOffset now)
    {
        if (!IsOpen)
            return new AccessDecidedAlready();

        (Answer, DecidedBy, DecidedAt, Version) = (reason, by, now, Version + 1);
        return null;
    }
}
