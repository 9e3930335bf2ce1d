namespace Training.Domain.Enrolments;

/// <summary>One live enrolment per person and session.</summary>
public sealed record AlreadyEnrolled(string Person) : Refusal;

public sealed record AlreadyDecided(EnrolmentStatus Status) : Refusal;

public sealed record ReasonMissing : Refusal;

public sealed record NotEnrolled : Refusal;

/// <summary>The person has no employment with this organisation on the first day of the session.</summary>
public sealed record NotEmployedThen(string Person, DateOnly FirstDay) : Refusal;

/// <summary>Another session of the same person meets at the same hours.</summary>
public sealed record OverlapsOtherSession(string Person, string OtherSession, DateOnly Date) : Refusal;
