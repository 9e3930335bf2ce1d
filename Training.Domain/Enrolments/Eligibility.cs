namespace Training.Domain.Enrolments;

/// <summary>What is asked of somebody who wants a seat, in the order in which it is explained.</summary>
public enum EligibilityRule
{
    /// <summary>The session is planned, open and has not begun.</summary>
    SessionOpen,

    /// <summary>Works for the organisation on the first day of the session.</summary>
    Employed,

    NotYetEnrolled,

    /// <summary>Follows no other session at the same hours.</summary>
    NoOverlap,

    /// <summary>Has enough hours left of the scheme that pays for them.</summary>
    TimeRelease,
}

public enum EligibilityAnswer
{
    Yes,

    /// <summary>Not without somebody who may set the rule aside.</summary>
    Ask,

    No,
}

/// <summary>Who can change the answer to a rule.</summary>
public enum MayGrant
{
    Nobody,
    Employer,
    Secretariat,
}

/// <summary>What one rule says of one person, and who may decide otherwise. What would satisfy it is worded from the rule.</summary>
/// <param name="Why">Why the answer is not yes.</param>
/// <param name="ExceptionUntil">The answer is yes because of an exception that holds until this day.</param>
public sealed record RuleAnswer(EligibilityRule Rule, EligibilityAnswer Answer, Refusal? Why = null, MayGrant Who = MayGrant.Nobody, DateOnly? ExceptionUntil = null);
