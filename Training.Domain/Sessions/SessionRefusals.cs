namespace Training.Domain.Sessions;

public sealed record SlotOverlaps(string Session, DateOnly Date, TimeOnly Start, TimeOnly End) : Refusal;

/// <summary>The session has begun, is over or is not open to enrolment.</summary>
public sealed record SessionClosedToRequests(string Session) : Refusal;

public sealed record SessionHasNoDays(string Session) : Refusal;

public sealed record NotFromThisStatus(string Session, SessionStatus Status) : Refusal;

/// <summary>A session is never cancelled without saying why.</summary>
public sealed record CancellationReasonMissing : Refusal;

/// <summary>Something stands in the way of the plan, and no reason was given to accept it.</summary>
public sealed record PlanClashes(IReadOnlyList<Clash> Clashes) : Refusal;

/// <summary>Seats that somebody holds cannot be planned away.</summary>
public sealed record FewerSeatsThanTaken(int SeatsTaken) : Refusal;

/// <summary>Time release is set aside for the hours that were promised: they may move, not grow or shrink.</summary>
public sealed record HoursArePromised(string Session, int PromisedMinutes) : Refusal;

/// <summary>What was taught or has begun cannot be planned anew.</summary>
public sealed record DayIsPast(DateOnly Date) : Refusal;

/// <summary>A room of this name is known already.</summary>
public sealed record NameTaken(string Name) : Refusal;

/// <summary>No more seats can be kept than the session has.</summary>
public sealed record MoreKeptThanSeats(int Seats, int Kept) : Refusal;

/// <summary>Kept seats are released after today and before the session begins.</summary>
public sealed record ReleasedOutOfTime : Refusal;
