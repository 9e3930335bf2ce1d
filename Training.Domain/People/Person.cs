namespace Training.Domain.People;

public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId New() => new(Guid.CreateVersion7());

    public static PersonId From(Guid value) => new(value);
}

public enum Gender
{
    NotStated,
    F,
    M,
    X,
}

/// <summary>The language in which a person is written to and certified: French or Dutch, as the person wishes.</summary>
public enum CorrespondenceLanguage
{
    Fr,
    Nl,
}

/// <summary>
/// What is known of a person. E-mail and telephone are optional and never a key; <paramref name="LevelHeld"/> runs from 1 (primary) to 5
/// (master), <paramref name="Telephone"/> is as <see cref="TelephoneNumber"/> keeps it.
/// </summary>
public sealed record PersonFacts(
    string FirstName,
    string LastName,
    string? Email,
    CorrespondenceLanguage Language,
    Gender Gender,
    int? YearOfBirth,
    int? LevelHeld,
    string? Telephone = null);

/// <summary>
/// Somebody who follows or gives training. No national register number, nationality, origin or diagnosis is kept, here or anywhere.
/// </summary>
public sealed class Person
{
    public const int NameMaxLength = 100;
    public const int EmailMaxLength = 254;

    private Person() => (FirstName, LastName) = ("", "");

    public Person(PersonFacts facts) : this()
    {
        Id = PersonId.New();
        Restate(facts);
    }

    public PersonId Id { get; private set; }

    public string FirstName { get; private set; }

    public string LastName { get; private set; }

    public string? Email { get; private set; }

    public CorrespondenceLanguage Language { get; private set; }

    public Gender Gender { get; private set; }

    public int? YearOfBirth { get; private set; }

    public int? LevelHeld { get; private set; }

    public string? Telephone { get; private set; }

    /// <summary>The person that this one turned out to be: the whole file lies there, and this row is kept for its past.</summary>
    public PersonId? MergedIntoId { get; private set; }

    public string FullName => $"{FirstName} {LastName}";

    /// <summary>True when something changed.</summary>
    public bool Restate(PersonFacts facts)
    {
        var before = Facts;
        (FirstName, LastName, Email, Language) = (facts.FirstName, facts.LastName, facts.Email, facts.Language);
        (Gender, YearOfBirth, LevelHeld, Telephone) = (facts.Gender, facts.YearOfBirth, facts.LevelHeld, facts.Telephone);
        return before != Facts;
    }

    public void MergeInto(PersonId other) => MergedIntoId = other;

    public void Unmerge() => MergedIntoId = null;

    public PersonFacts Facts => new(FirstName, LastName, Email, Language, Gender, YearOfBirth, LevelHeld, Telephone);
}
