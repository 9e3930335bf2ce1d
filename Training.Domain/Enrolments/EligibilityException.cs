using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Domain.Enrolments;

public readonly record struct EligibilityExceptionId(Guid Value) : IId<EligibilityExceptionId>
{
    public static EligibilityExceptionId From(Guid value) => new(value);
}

/// <summary>The school sets one rule aside for one person and session, until a day, and says why. Written once and never altered.</summary>
public sealed class EligibilityException
{
    public const int ReasonMaxLength = 500;

    private EligibilityException() => (Reason, GrantedBy) = ("", "");

    /// <param name="expires">The last day on which it holds.</param>
    public EligibilityException(
        SessionId session, PersonId person, EligibilityRule rule, string reason, DateOnly expires, string by, DateTimeOffset now)
    {
        (Id, SessionId, PersonId, Rule) = (new EligibilityExceptionId(Guid.CreateVersion7()), session, person, rule);
        (Reason, ExpiresOn, GrantedBy, RecordedAt) = (reason, expires, by, now);
    }

    public EligibilityExceptionId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public PersonId PersonId { get; private set; }

    public EligibilityRule Rule { get; private set; }

    public string Reason { get; private set; }

    public DateOnly ExpiresOn { get; private set; }

    public string GrantedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
