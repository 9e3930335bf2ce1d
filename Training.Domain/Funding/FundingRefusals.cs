namespace Training.Domain.Funding;

/// <summary>All grants together would pay more minutes on this basis than were attended.</summary>
public sealed record MoreThanAttended(int AttendedMinutes, int AllocatedMinutes) : Refusal;

/// <summary>More would be taken back than the grant pays there.</summary>
public sealed record MoreThanAllocated(int AllocatedMinutes) : Refusal;

/// <summary>The grant does not pay that many minutes any more.</summary>
public sealed record GrantBudgetSpent(int LeftMinutes) : Refusal;

/// <summary>The day lies outside the period of the grant.</summary>
public sealed record OutsideGrantPeriod(DateOnly Date) : Refusal;

/// <summary>Only minutes of sealed half-days are paid.</summary>
public sealed record HalfDayNotSealed(DateOnly Date) : Refusal;

/// <summary>Nothing is left to claim up to that day, or more is to be repaid than claimed.</summary>
public sealed record NothingToClaim(DateOnly UpTo) : Refusal;

/// <summary>Somebody has decided on this review already.</summary>
public sealed record ReviewAlreadyDecided : Refusal;

/// <summary>Another grant, or programme, bears this code.</summary>
public sealed record GrantCodeTaken(string Code) : Refusal;
