namespace Training.Provider;

/// <summary>What is wrong with the identity token that the provider gives out, for tests of what the product refuses.</summary>
public enum Twist
{
    None,
    WrongIssuer,
    WrongAudience,
    Expired,

    /// <summary>Valid from three minutes hence: a clock that runs ahead a little.</summary>
    SlightlyEarly,

    /// <summary>Valid from an hour hence.</summary>
    MuchTooEarly,
}
