using Training.Domain.People;

namespace Training.Domain.Accounts;

public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    public static AccountId New() => new(Guid.CreateVersion7());

    public static AccountId From(Guid value) => new(value);
}

/// <summary>
/// Somebody who may sign in. The account outlives each way of signing in: a person who leaves an employer keeps it under a
/// personal address.
/// </summary>
public sealed class Account
{
    public const int NameMaxLength = 201;

    private Account() => Name = "";

    public Account(string name, PersonId? person) : this() => (Id, Name, PersonId) = (AccountId.New(), name, person);

    public AccountId Id { get; private set; }

    /// <summary>As it is shown on pages and written under changes.</summary>
    public string Name { get; private set; }

    /// <summary>The training file that is theirs; nothing for staff of the school or of a funder who follow no training.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>Since when nobody may sign in with it, or nothing.</summary>
    public DateTimeOffset? BlockedAt { get; private set; }

    /// <summary>Goes up with each change, so that two at once do not overwrite each other.</summary>
    public int Version { get; private set; }

    public void Block(DateTimeOffset now) => (BlockedAt, Version) = (BlockedAt ?? now, Version + 1);

    public void Unblock() => (BlockedAt, Version) = (null, Version + 1);
}
