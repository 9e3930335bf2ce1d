using Training.Domain.Enrolments;

namespace Training.Domain.Attendance.Devices;

/// <summary>
/// What a device sent of one person's half-day, once: its key is chosen on the device, so that sending it again changes nothing. It
/// stays beside the marks, with what became of it: what was not recorded because it differed can still be read.
/// </summary>
public sealed class SentMark
{
    public const int SaidMaxLength = 500;

    private SentMark() => (Said, RecordedBy) = ("", "");

    internal SentMark(
        Guid key, HalfDayRegisterId register, EnrolmentId enrolment, string said, MarkAnswer answer, DateTimeOffset deviceTime, string by, DateTimeOffset now)
    {
        (Key, RegisterId, EnrolmentId) = (key, register, enrolment);
        (Said, Answer) = (said.Length > SaidMaxLength ? said[..SaidMaxLength] : said, answer);
        (DeviceTime, RecordedBy, RecordedAt) = (deviceTime, by, now);
    }

    public Guid Key { get; private set; }

    public HalfDayRegisterId RegisterId { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    /// <summary>Present or absent, arrival, departure, times away, as the device sent them.</summary>
    public string Said { get; private set; }

    public MarkAnswer Answer { get; private set; }

    /// <summary>When it was marked, by the clock of the device.</summary>
    public DateTimeOffset DeviceTime { get; private set; }

    public string RecordedBy { get; private set; }

    /// <summary>When it arrived here.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
}
