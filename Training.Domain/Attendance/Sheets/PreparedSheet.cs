namespace Training.Domain.Attendance.Sheets;

/// <summary>
/// The sign-in sheet of a half-day, ready to be printed: made ahead by the timetable, made anew when somebody comes or goes, and gone when the day is over.
/// </summary>
public sealed class PreparedSheet
{
    private PreparedSheet() => Content = [];

    public PreparedSheet(HalfDayRegisterId register, byte[] content, DateTimeOffset now) => (RegisterId, Content, PreparedAt) = (register, content, now);

    public HalfDayRegisterId RegisterId { get; private set; }

    /// <summary>A PDF.</summary>
    public byte[] Content { get; private set; }

    public DateTimeOffset PreparedAt { get; private set; }

    public void Renew(byte[] content, DateTimeOffset now) => (Content, PreparedAt) = (content, now);
}
