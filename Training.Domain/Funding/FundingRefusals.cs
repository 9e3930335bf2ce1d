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

/// <summary>What is claimed has been taught.</summary>
public sealed record DayToCome(DateOnly Date) : Refusal;

/// <summary>Nothing is left to claim or to repay up to that day.</summary>
public sealed record NothingToClaim(DateOnly UpTo) : Refusal;

/// <summary>Somebody has decided on this review already.</summary>
public sealed record ReviewAlreadyDecided : Refusal;

/// <summary>Minutes were allocated as this cost, or are in review: it stays what the grant pays.</summary>
public sealed record GrantBasisFixed(CostBasis Basis, int AllocatedMinutes) : Refusal;

/// <summary>The grant pays more than that already.</summary>
public sealed record BudgetBelowAllocated(int AllocatedMinutes) : Refusal;

/// <summary>What the grant pays or has to give back was taught on days that would lie outside its period.</summary>
public sealed record AllocatedOutsidePeriod(DateOnly First, DateOnly Last, int OutsideMinutes) : Refusal;
