namespace Training.Domain.Retention;

public sealed record AlreadyDestroyed : Refusal;

/// <summary>Whoever released the list first may not be the second.</summary>
public sealed record SecondPersonNeeded : Refusal;
