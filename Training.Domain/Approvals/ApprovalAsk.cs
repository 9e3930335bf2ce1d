using Training.Domain.Enrolments;
using Training.Domain.People;

namespace Training.Domain.Approvals;

public readonly record struct ApprovalAskId(Guid Value) : IId<ApprovalAskId>
{
    public static ApprovalAskId New() => new(Guid.CreateVersion7());

    public static ApprovalAskId From(Guid value) => new(value);
}

public enum ApprovalAskKind
{
    Request,

    /// <summary>The same approver once more, while the seat is still held.</summary>
    Reminder,

    /// <summary>Somebody else, after the approver has let the deadline pass.</summary>
    Escalation,
}

/// <summary>
/// A mail in which one person is asked to decide on one request. The link in it works once, until it expires, and for nothing else.
/// </summary>
public sealed class ApprovalAsk
{
    private ApprovalAsk()
    {
    }

    /// <param name="expires">When the link stops working.</param>
    public ApprovalAsk(Enrolment enrolment, PersonId recipient, ApprovalAskKind kind, DateTimeOffset expires, DateTimeOffset now)
    {
        (Id, EnrolmentId, RecipientId, Kind) = (ApprovalAskId.New(), enrolment.Id, recipient, kind);
        (RequestedAt, ExpiresAt, RecordedAt) = (enrolment.RequestedAt, expires, now);
    }

    public ApprovalAskId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public PersonId RecipientId { get; private set; }

    public ApprovalAskKind Kind { get; private set; }

    /// <summary>Which request is meant: the same person may ask again later.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public bool WorksAt(DateTimeOffset moment) => UsedAt is null && moment < ExpiresAt;
}
