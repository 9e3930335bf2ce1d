namespace Training.Domain.Parameters;

/// <summary>The value is of another kind than every earlier value of the key.</summary>
public sealed record ValueOfAnotherKind(string Value, ParameterKind Kind) : Refusal;

/// <summary>A word that no rule knows for this key.</summary>
public sealed record WordUnknown(string Value, string Known) : Refusal;

public sealed record EndsBeforeItBegins(DateOnly From, DateOnly To) : Refusal;

/// <summary>No organisation, course, programme or grant has this code.</summary>
public sealed record ScopeUnknown(string Code) : Refusal;

/// <summary>A figure without a source is not recorded.</summary>
public sealed record SourceMissing : Refusal;
