using Training.Domain.Enrolments;

namespace Training.Domain.Attendance.Sheets;

public readonly record struct AttendanceSignatureId(Guid Value) : IId<AttendanceSignatureId>
{
    public static AttendanceSignatureId From(Guid value) => new(value);
}

/// <summary>How a half-day is signed (parameter <c>grant.attendanceSignature</c>).</summary>
public enum SignatureKind
{
    /// <summary>On the sheet of the half-day, by hand.</summary>
    Paper,

    /// <summary>Drawn on a screen by whoever is signed in, for themselves only.</summary>
    Drawn,
}

/// <summary>
/// Whether somebody signed a half-day: ticked from the sheet by the secretariat, or drawn by the person. Of several the last recorded holds; none is
/// ever changed. Nobody signs for another: what is drawn bears the login of whoever drew it.
/// </summary>
public sealed class AttendanceSignature
{
    public const int DrawingMaxLength = 60_000;

    private AttendanceSignature() => RecordedBy = "";

    public AttendanceSignature(HalfDayRegisterId register, EnrolmentId? enrolment, SignatureKind kind, bool hasSigned, string? drawing, string by, DateTimeOffset now)
    {
        (Id, RegisterId, EnrolmentId) = (new AttendanceSignatureId(Guid.CreateVersion7()), register, enrolment);
        (Kind, HasSigned, Drawing, RecordedBy, RecordedAt) = (kind, hasSigned, drawing, by, now);
    }

    public AttendanceSignatureId Id { get; private set; }

    public HalfDayRegisterId RegisterId { get; private set; }

    /// <summary>Whose; nothing for the trainer, who countersigns the half-day.</summary>
    public EnrolmentId? EnrolmentId { get; private set; }

    public SignatureKind Kind { get; private set; }

    public bool HasSigned { get; private set; }

    /// <summary>The strokes, as the points of an SVG path.</summary>
    public string? Drawing { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
