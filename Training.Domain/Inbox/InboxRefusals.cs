namespace Training.Domain.Inbox;

/// <summary>A colleague has taken it already.</summary>
public sealed record ClaimedByColleague(string Colleague) : Refusal;
