namespace Training.Domain.ChangeRecords;

public readonly record struct PersonalValueId(Guid Value) : IId<PersonalValueId>
{
    public static PersonalValueId From(Guid value) => new(value);
}

/// <summary>
/// A personal value behind a digest in a change record, with the salt of that digest. It can be erased; the chain of records
/// still verifies, since it holds only the digest.
/// </summary>
public sealed class PersonalValue
{
    private PersonalValue() => (Field, Salt) = ("", "");

    internal PersonalValue(ChangeRecordId record, string field, string salt, string? oldValue, string? newValue) =>
        (Id, RecordId, Field, Salt, OldValue, NewValue) =
            (new PersonalValueId(Guid.CreateVersion7()), record, field, salt, oldValue, newValue);

    public PersonalValueId Id { get; private set; }

    public ChangeRecordId RecordId { get; private set; }

    public string Field { get; private set; }

    public string Salt { get; private set; }

    public string? OldValue { get; private set; }

    public string? NewValue { get; private set; }

    public static string DigestOf(string salt, string? value) => value is null ? "" : Digest.Of(salt, value);
}
