using Training.Domain.Enrolments;

namespace Training.Domain.Attendance.Sheets;

public readonly record struct SignatureCheckId(Guid Value) : IId<SignatureCheckId>
{
    public static SignatureCheckId From(Guid value) => new(value);
}

/// <summary>What was found of a signature under a half-day.</summary>
public enum SignatureFinding
{
    Missing,

    /// <summary>It stands on the sheet.</summary>
    OnSheet,

    /// <summary>It does not, and something else proves that the person was there, as the reason says.</summary>
    ProvenOtherwise,

    /// <summary>The person drew it on a screen, signed in; it holds once the trainer has signed too.</summary>
    OnScreen,
}

/// <summary>
/// What the secretariat found on a sheet, or what was signed on a screen, for one person or for the trainer. Of several for the same the last holds; none is ever
/// changed.
/// </summary>
public sealed class SignatureCheck
{
    public const int ReasonMaxLength = 500;

    private SignatureCheck() => RecordedBy = "";

    internal SignatureCheck(
        HalfDayRegisterId register, EnrolmentId? enrolment, int sequence, SignatureFinding finding, string? reason, string by, DateTimeOffset now)
    {
        (Id, RegisterId, EnrolmentId, Sequence) = (new SignatureCheckId(Guid.CreateVersion7()), register, enrolment, sequence);
        (Finding, Reason, RecordedBy, RecordedAt) = (finding, reason, by, now);
    }

    public SignatureCheckId Id { get; private set; }

    public HalfDayRegisterId RegisterId { get; private set; }

    /// <summary>Whose signature it is; nothing for the trainer's.</summary>
    public EnrolmentId? EnrolmentId { get; private set; }

    /// <summary>The how manieth finding of the same signature.</summary>
    public int Sequence { get; private set; }

    public SignatureFinding Finding { get; private set; }

    public string? Reason { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
