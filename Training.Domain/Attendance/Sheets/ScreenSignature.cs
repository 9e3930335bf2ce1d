using System.Text;
using Training.Domain.Enrolments;

namespace Training.Domain.Attendance.Sheets;

public readonly record struct ScreenSignatureId(Guid Value) : IId<ScreenSignatureId>
{
    public static ScreenSignatureId From(Guid value) => new(value);
}

/// <summary>
/// A signature under a half-day that was drawn on a screen, by whoever was signed in, with the moment and its digest. Written once and never altered.
/// </summary>
public sealed class ScreenSignature
{
    private ScreenSignature() => (Path, Sha256, RecordedBy) = ("", "", "");

    internal ScreenSignature(HalfDayRegisterId register, EnrolmentId? enrolment, DrawnSignature drawn, string by, DateTimeOffset now)
    {
        (Id, RegisterId, EnrolmentId, Path) = (new ScreenSignatureId(Guid.CreateVersion7()), register, enrolment, drawn.Path);
        (Sha256, RecordedBy, RecordedAt) = (SheetScan.DigestOf(Encoding.ASCII.GetBytes(Path)), by, now);
    }

    public ScreenSignatureId Id { get; private set; }

    public HalfDayRegisterId RegisterId { get; private set; }

    /// <summary>Whose signature it is; nothing for the trainer's.</summary>
    public EnrolmentId? EnrolmentId { get; private set; }

    /// <summary>As <see cref="DrawnSignature"/> reads it.</summary>
    public string Path { get; private set; }

    /// <summary>Of the path, in hexadecimal.</summary>
    public string Sha256 { get; private set; }

    /// <summary>Who was signed in.</summary>
    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
