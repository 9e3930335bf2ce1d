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
}

/// <summary>
/// What an employer may owe for one enrolment, for the accounting system: this product issues no invoice.
/// Only ever added; a charge that falls away gets a further line of the opposite amount.
/// </summary>
public sealed class ChargeLine
{
    private ChargeLine() => RecordedBy = "";

    public ChargeLine(EnrolmentId enrolment, OrganisationId organisation, ChargeKind kind, decimal amountEur, string by, DateTimeOffset now)
    {
        (Id, EnrolmentId, OrganisationId) = (new ChargeLineId(Guid.CreateVersion7()), enrolment, organisation);
        (Kind, AmountEur, RecordedBy, RecordedAt) = (kind, amountEur, by, now);
    }

    public ChargeLineId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public ChargeKind Kind { get; private set; }

    public decimal AmountEur { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
