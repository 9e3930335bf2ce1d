using Training.Domain.Organisations;

namespace Training.Domain.Enrolments;

public readonly record struct ChargeLineId(Guid Value) : IId<ChargeLineId>
{
    public static ChargeLineId From(Guid value) => new(value);
}

public enum ChargeKind
{
    /// <summary>Below the minimum attendance: the individual price is proposed to the employer.</summary>
    BelowMinimumAttendance,

    /// <summary>Withdrawn after the deadline and not replaced.</summary>
    LateWithdrawal,

    /// <summary>The school asks nothing after all, and says why. It is not charged again.</summary>
    Waiver,
}

/// <summary>
/// What an employer may owe for one enrolment, for the accounting system: this product issues no invoice.
/// Only ever added; a charge that falls away gets a further line of the opposite amount.
/// </summary>
public sealed class ChargeLine
{
    public const int ReasonMaxLength = 500;

    private ChargeLine() => RecordedBy = "";

    public ChargeLine(
        EnrolmentId enrolment, OrganisationId organisation, ChargeKind kind, decimal amountEur, string by, DateTimeOffset now, string? reason = null)
    {
        (Id, EnrolmentId, OrganisationId) = (new ChargeLineId(Guid.CreateVersion7()), enrolment, organisation);
        (Kind, AmountEur, RecordedBy, RecordedAt, Reason) = (kind, amountEur, by, now, reason);
    }

    public ChargeLineId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public ChargeKind Kind { get; private set; }

    /// <summary>Below zero for a line that takes back an earlier one.</summary>
    public decimal AmountEur { get; private set; }

    public string? Reason { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
