namespace Training.Domain.Parameters;

public readonly record struct ParameterId(Guid Value) : IId<ParameterId>
{
    public static ParameterId From(Guid value) => new(value);
}

/// <summary>To whom a row applies, from the most general to the most specific.</summary>
public enum ParameterScope
{
    Global,
    Organisation,
    Course,
    Programme,
    Grant,
}

/// <summary>How sure the school is of a figure: read in a source, remembered, or its own choice.</summary>
public enum ParameterCertainty
{
    Seen,
    Remembered,
    Design,
}

/// <summary>A figure from law or from the school's conditions, with the dates between which it holds and where it comes from.</summary>
public sealed class Parameter
{
    public const int KeyMaxLength = 80;
    public const int ValueMaxLength = 200;
    public const int SourceMaxLength = 500;

    private Parameter() => (Key, Value, Source, ChangedBy) = ("", "", "", "");

    public Parameter(ParameterRow row, string changedBy, DateTimeOffset now, string? reason = null)
    {
        (Id, Key, Scope, ScopeId, Value) = (new ParameterId(Guid.CreateVersion7()), row.Key, row.Scope, row.ScopeId, row.Value);
        (ValidFrom, ValidTo, Source, Certainty) = (row.ValidFrom, row.ValidTo, row.Source, row.Certainty);
        (ChangedBy, RecordedAt, Reason) = (changedBy, now, reason);
    }

    public ParameterId Id { get; private set; }

    public string Key { get; private set; }

    public ParameterScope Scope { get; private set; }

    /// <summary>The organisation, course, programme or grant concerned; nothing for a global row.</summary>
    public Guid? ScopeId { get; private set; }

    public string Value { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day on which it holds, or nothing while no end is known.</summary>
    public DateOnly? ValidTo { get; private set; }

    public string Source { get; private set; }

    public ParameterCertainty Certainty { get; private set; }

    public string ChangedBy { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public bool HoldsOn(DateOnly date) => ValidFrom <= date && (ValidTo is null || date <= ValidTo);
}

/// <summary>The content of a row, before it is known who writes it and when.</summary>
public sealed record ParameterRow(
    string Key,
    string Value,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string Source,
    ParameterCertainty Certainty,
    ParameterScope Scope = ParameterScope.Global,
    Guid? ScopeId = null);
