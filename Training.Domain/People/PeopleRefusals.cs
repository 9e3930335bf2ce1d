namespace Training.Domain.People;

/// <summary>Work cannot end before it began.</summary>
public sealed record EndBeforeStart(DateOnly Start) : Refusal;

/// <summary>The employment has an end already, and history is not overwritten.</summary>
public sealed record AlreadyEnded(DateOnly End) : Refusal;

/// <summary>The name of the file holds a national register number.</summary>
public sealed record NationalNumberInFileName : Refusal;

/// <summary>The list is being written, or is done with.</summary>
public sealed record StaffListClosed : Refusal;

/// <summary>One column of the file was given two meanings.</summary>
public sealed record ColumnChosenTwice(string Heading) : Refusal;

/// <summary>The person works for other employers too: what they share is changed at the secretariat.</summary>
public sealed record KnownToOthers : Refusal;

/// <summary>The request has its answer already.</summary>
public sealed record RequestAnswered(PersonRequestStatus Status) : Refusal;

/// <summary>Whoever a row names as the holder of a post does not work for that employer on all of those days.</summary>
public sealed record NotStaffThen(string Email, DateOnly Day) : Refusal;
