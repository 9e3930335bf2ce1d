using Training.Domain.Accounts;
using Training.Domain.People;

namespace Training.Domain.Messages;

public readonly record struct MessagePreferenceId(Guid Value) : IId<MessagePreferenceId>
{
    public static MessagePreferenceId From(Guid value) => new(value);
}

/// <summary>When somebody wants a message that is a service.</summary>
public enum Delivery
{
    AtOnce,

    /// <summary>With the others of the day, each morning of a working day.</summary>
    Daily,

    /// <summary>With the others of the week, on Monday morning.</summary>
    Weekly,

    Never,
}

/// <summary>Whose choice it is: a person's, or, of who has no file, that of the account.</summary>
public readonly record struct MessageReader(PersonId? Person, AccountId? Account);

/// <summary>How somebody wants one kind of message. Without one it comes at once.</summary>
public sealed class MessagePreference
{
    private MessagePreference()
    {
    }

    public MessagePreference(MessageReader reader, MessageKind kind) =>
        (Id, PersonId, AccountId, Kind) = (new MessagePreferenceId(Guid.CreateVersion7()), reader.Person, reader.Person is null ? reader.Account : null, kind);

    public MessagePreferenceId Id { get; private set; }

    public PersonId? PersonId { get; private set; }

    public AccountId? AccountId { get; private set; }

    public MessageKind Kind { get; private set; }

    public Delivery Delivery { get; private set; }

    /// <summary>What it was before it was refused from a mail.</summary>
    public Delivery Before { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public void Choose(Delivery delivery, DateTimeOffset now)
    {
        if (delivery != Delivery)
            (Delivery, ChangedAt) = (delivery, now);
    }

    /// <summary>Refusing twice is harmless: a mail program may press the button as well.</summary>
    public void Refuse(DateTimeOffset now)
    {
        if (Delivery != Delivery.Never)
            (Before, Delivery, ChangedAt) = (Delivery, Delivery.Never, now);
    }

    public void TakeBack(DateTimeOffset now)
    {
        if (Delivery == Delivery.Never)
            (Delivery, ChangedAt) = (Before, now);
    }
}
