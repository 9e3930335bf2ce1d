using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Domain.Inbox;

public readonly record struct UnknownEmployerId(Guid Value) : IId<UnknownEmployerId>
{
    public static UnknownEmployerId New() => new(Guid.CreateVersion7());

    public static UnknownEmployerId From(Guid value) => new(value);
}

/// <summary>What somebody tells of an employer that the school does not know yet, and of themselves.</summary>
public sealed record UnknownEmployerFacts(string Organisation, string FirstName, string LastName, string Email, CorrespondenceLanguage Language, SessionId? Session);

/// <summary>Somebody wants to follow training and their employer is not in the list: the secretariat makes employer, person and enrolment in one go.</summary>
public sealed class UnknownEmployer
{
    public const int OutcomeMaxLength = 500;

    private UnknownEmployer() => (Organisation, FirstName, LastName, Email) = ("", "", "", "");

    public UnknownEmployer(UnknownEmployerFacts facts, DateTimeOffset now) : this()
    {
        (Id, RecordedAt) = (UnknownEmployerId.New(), now);
        (Organisation, FirstName, LastName, Email) = (facts.Organisation, facts.FirstName, facts.LastName, facts.Email);
        (Language, SessionId) = (facts.Language, facts.Session);
    }

    public UnknownEmployerId Id { get; private set; }

    /// <summary>The employer's name, as typed.</summary>
    public string Organisation { get; private set; }

    public string FirstName { get; private set; }

    public string LastName { get; private set; }

    public string Email { get; private set; }

    public CorrespondenceLanguage Language { get; private set; }

    public SessionId? SessionId { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public string? SettledBy { get; private set; }

    /// <summary>Why nothing was made of it; nothing when employer, person and enrolment were.</summary>
    public string? Outcome { get; private set; }

    public void Settle(string by, DateTimeOffset now, string? outcome = null) => (SettledBy, SettledAt, Outcome) = (by, now, outcome);
}
