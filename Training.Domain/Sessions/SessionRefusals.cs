namespace Training.Domain.Sessions;

public sealed record SlotOverlaps(string Session, DateOnly Date, TimeOnly Start, TimeOnly End) : Refusal;

/// <summary>The session has begun, is over or is not open to enrolment.</summary>
public sealed record SessionClosedToRequests(string Session) : Refusal;
