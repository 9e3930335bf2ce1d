namespace Training.Domain.Inbox;

/// <summary>A colleague has taken it already.</summary>
public sealed record ClaimedByColleague(string Colleague) : Refusal;

/// <summary>The enterprise number is that of an employer whom the school knows.</summary>
public sealed record EmployerKnownAlready(string Code) : Refusal;
