namespace Training.Domain.Organisations;

/// <summary>The number belongs to another organisation that is known already.</summary>
public sealed record EnterpriseNumberTaken(string Organisation) : Refusal;

/// <summary>The establishment unit is known already.</summary>
public sealed record UnitNumberTaken : Refusal;

public sealed record NotAUnitNumber(string Value) : Refusal;

/// <summary>A period that ends before it begins.</summary>
public sealed record PeriodOutOfOrder : Refusal;
