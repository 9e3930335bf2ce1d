using System.Diagnostics.CodeAnalysis;

namespace Training.Domain;

/// <summary>
/// A business "no": an expected answer. It carries data and no sentence; whoever shows it words it in the reader's
/// language from a text whose key is the refusal's type name.
/// </summary>
public abstract record Refusal;

/// <summary>Somebody else changed the same thing between reading and saving.</summary>
public sealed record ChangedMeanwhile : Refusal;

/// <summary>What came of a request: a value, or the reason it was refused.</summary>
public readonly record struct Outcome<T> where T : notnull
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The value of an outcome that has nothing to say but yes.</summary>
public readonly record struct Done;
