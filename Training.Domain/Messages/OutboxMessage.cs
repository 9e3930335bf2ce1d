using Training.Domain.Accounts;
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

    /// <summary>One more absence, and the attendance rule is out of reach; or it already is.</summary>
    AttendanceAtRisk,

    /// <summary>The same, to whom it concerns too: the trainers and the training officers of the employer.</summary>
    AttendanceAtRiskOfParticipant,

    /// <summary>A seat came free for somebody who waits: take it before a day.</summary>
    SeatOffered,
    OfferExpired,
    HoldLapsed,
    WithdrawnInTime,
    WithdrawnLate,
    /// <summary>A colleague has taken the seat over.</summary>
    SeatPassedOn,
    SessionCancelled,
    /// <summary>To who decides for the employer, with a link that works once.</summary>
    ApprovalAsked,
    ApprovalReminded,
    ApprovalEscalated,

    /// <summary>The days, the hours or the room of the session have changed.</summary>
    SessionMoved,

    /// <summary>The last day on which one can withdraw without cost comes near.</summary>
    CancellationReminder,

    /// <summary>To the trainers, and later to the addresses of the secretariat: a register is still open.</summary>
    RegisterStillOpen,

    /// <summary>To an address: a link that opens an account once.</summary>
    Invited,

    /// <summary>To whoever asked for access.</summary>
    AccessGranted,
    AccessRefused,

    /// <summary>To the training officers of an employer: the statement of last month's posts can be checked.</summary>
    GecoStatementReady,

    /// <summary>To the same: a post stands empty and will be lost.</summary>
    GecoPostVacant,

    /// <summary>To the addresses of the managers: a funder wants something by a day.</summary>
    FundingDeadlineNear,

    /// <summary>To an address: a report that was subscribed to has been made.</summary>
    ReportReady,

    /// <summary>To an address: a subscription has failed too often and stopped.</summary>
    ReportStopped,

    /// <summary>Another certificate has taken the place of one, or none has.</summary>
    CertificateReplaced,
    CertificateRevoked,
}

/// <summary>
/// A message that the system owes somebody, written in the transaction of the change it tells and sent by a job afterwards.
/// It holds facts, not sentences: the words are chosen when it is sent, in the reader's language.
/// </summary>
public sealed class OutboxMessage
{
    public const int FactsMaxLength = 4000;
    public const int ErrorMaxLength = 500;
    public const int KeyMaxLength = 100;

    /// <summary>After each failed attempt the pause before the next; after the last one a person has to look.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    private OutboxMessage() => Facts = "";

    /// <param name="facts">A JSON object of names and values that the texts refer to.</param>
    /// <param name="key">What may be told once only, in the words of whoever tells it.</param>
    public OutboxMessage(MessageKind kind, PersonId recipient, string facts, DateTimeOffset now, string? key = null) =>
        (Id, Kind, RecipientId, Facts, RecordedAt, Key) = (new OutboxMessageId(Guid.CreateVersion7()), kind, recipient, facts, now, key);

    /// <summary>To an address instead of a person of the file.</summary>
    /// <param name="account">Whose address it is, where it is known.</param>
    public OutboxMessage(MessageKind kind, string address, string facts, DateTimeOffset now, string? key = null, AccountId? account = null) =>
        (Id, Kind, Address, Facts, RecordedAt, Key, AccountId) = (new OutboxMessageId(Guid.CreateVersion7()), kind, address, facts, now, key, account);

    public OutboxMessageId Id { get; private set; }

    public MessageKind Kind { get; private set; }

    /// <summary>Whom it is for; their address is looked up when it is sent.</summary>
    public PersonId? RecipientId { get; private set; }

    /// <summary>Where it goes when it is for no person of the file, or for another address than theirs.</summary>
    public string? Address { get; private set; }

    /// <summary>Whose account it is that has that address.</summary>
    public AccountId? AccountId { get; private set; }

    public string Facts { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string? Key { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Not before this moment is it tried again.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>Since when a sender has it in hand.</summary>
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>A sender was lost with it in hand: the server may have had it already.</summary>
    public bool MayBeTwice { get; private set; }

    /// <summary>Since when it is no longer tried, until somebody asks for it.</summary>
    public DateTimeOffset? DeadAt { get; private set; }

    /// <summary>Since when it is kept unsent, because its reader wants no such message.</summary>
    public DateTimeOffset? NotWantedAt { get; private set; }

    /// <summary>The digest in which it goes or went.</summary>
    public Guid? DigestId { get; private set; }

    /// <summary>What the mail that bears it is known by, however often it is sent.</summary>
    public Guid MailId => DigestId ?? Id.Value;

    public void MarkSent(DateTimeOffset now) => (SentAt, LastError, ClaimedAt, NextAttemptAt) = (now, null, null, null);

    public void MarkFailed(string error, DateTimeOffset now, bool mayHaveArrived = false)
    {
        MayBeTwice |= mayHaveArrived;
        (Attempts, LastError, ClaimedAt) = (Attempts + 1, error.Length > ErrorMaxLength ? error[..ErrorMaxLength] : error, null);
        if (Attempts > Pauses.Length)
            (DeadAt, NextAttemptAt) = (now, null);
        else
            NextAttemptAt = now + Pauses[Attempts - 1];
    }

    /// <summary>Nothing that time mends: nobody has to wait for the last attempt.</summary>
    public void MarkDead(string error, DateTimeOffset now)
    {
        MarkFailed(error, now);
        (DeadAt, NextAttemptAt) = (now, null);
    }

    /// <summary>Somebody printed it or called.</summary>
    public void MarkTold(DateTimeOffset now)
    {
        MarkSent(now);
        DeadAt = null;
    }

    /// <summary>By itself: those that were to go with it may have gone otherwise.</summary>
    public void TryAgain() => (DeadAt, NextAttemptAt, Attempts, DigestId) = (null, null, 0, null);
}
