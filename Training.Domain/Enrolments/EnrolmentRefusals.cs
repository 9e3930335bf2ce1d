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

/// <summary>The offer has expired: the seat went to the next of the waiting list.</summary>
public sealed record OfferNoLongerHolds : Refusal;

/// <summary>Whoever is replaced must hold a seat, or have one kept since a late withdrawal.</summary>
public sealed record NoSeatToHandOver : Refusal;

/// <summary>Attendance has been marked for who is to be replaced: the hours are theirs.</summary>
public sealed record AlreadyMarkedPresent(string Person) : Refusal;

/// <summary>Somebody of a group that asked for all or nothing cannot be enrolled, so nobody of it is.</summary>
public sealed record GroupNotComplete : Refusal;

/// <summary>The organisation's settings do not let an approver decide on their own request.</summary>
public sealed record OwnRequestNotAllowed : Refusal;

/// <summary>No seat of the session is free.</summary>
public sealed record NoSeatFree(string Session) : Refusal;

/// <summary>The receipt of a letter lies in the future, or before the request.</summary>
public sealed record ReceiptImpossible(DateOnly Date) : Refusal;

public sealed record NothingToWaive : Refusal;

/// <summary>From its first day on a place is no longer given up; who stays away is absent, and a colleague may still take over.</summary>
public sealed record SessionHasBegun(string Session) : Refusal;

/// <summary>Nobody can set this rule aside.</summary>
public sealed record RuleHasNoException : Refusal;

public sealed record ExceptionAlreadyOver(DateOnly Date) : Refusal;
