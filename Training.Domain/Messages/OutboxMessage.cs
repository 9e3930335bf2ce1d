using Training.Domain.People;

namespace Training.Domain.Messages;

public readonly record struct OutboxMessageId(Guid Value) : IId<OutboxMessageId>
{
    public static OutboxMessageId From(Guid value) => new(value);
}

/// <summary>What happened that somebody must be told. Each has its texts in French and Dutch.</summary>
public enum MessageKind
{
    /// <summary>An enrolment request has been received; it says that it is not an invitation.</summary>
    RequestReceived,
    SeatConfirmed,
    PlacedOnWaitingList,
    RequestRefused,
    CertificateIssued,
    ChargeProposed,
}

/// <summary>
/// A message that the system owes somebody, written in the transaction of the change it tells and sent by a job afterwards.
/// It holds facts, not sentences: the words are chosen when it is sent, in the reader's language.
/// </summary>
public sealed class OutboxMessage
{
    public const int FactsMaxLength = 4000;
    public const int ErrorMaxLength = 500;

    private OutboxMessage() => Facts = "";

    /// <param name="facts">A JSON object of names and values that the texts refer to.</param>
    public OutboxMessage(MessageKind kind, PersonId recipient, string facts, DateTimeOffset now) =>
        (Id, Kind, RecipientId, Facts, RecordedAt) = (new OutboxMessageId(Guid.CreateVersion7()), kind, recipient, facts, now);

    public OutboxMessageId Id { get; private set; }

    public MessageKind Kind { get; private set; }

    public PersonId RecipientId { get; private set; }

    public string Facts { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    public void MarkSent(DateTimeOffset now) => (SentAt, LastError) = (now, null);

    public void MarkFailed(string error) =>
        (Attempts, LastError) = (Attempts + 1, error.Length > ErrorMaxLength ? error[..ErrorMaxLength] : error);
}
