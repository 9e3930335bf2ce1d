namespace Training.Domain;

/// <summary>An identifier with a type of its own, so that a person's id cannot be passed for a session's.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
