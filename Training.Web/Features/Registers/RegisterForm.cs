using Training.Domain.Attendance;
using Training.Domain.Enrolments;

namespace Training.Web.Features.Registers;

/// <summary>What the trainer ticked: a line for each person.</summary>
public sealed class RegisterForm
{
    public const string Present = "present";
    public const string Absent = "absent";

    /// <summary>The buttons: save, mark everybody who has no mark yet as present, or save and close.</summary>
    public const string Save = "save";
    public const string AllPresent = "all-present";
    public const string Close = "close";

    public string? Button { get; set; }

    public IList<Row> Rows { get; } = [];

    public Row? RowOf(Guid enrolment) => Rows.FirstOrDefault(row => row.Enrolment == enrolment);

    /// <summary>Everybody of whom something is said; who is left blank stays unmarked.</summary>
    public IReadOnlyList<MarkAttendance.Seen> Seen =>
    [
        .. Rows
            .Where(row => row.Choice is Present or Absent || Button == AllPresent)
            .Select(row => new MarkAttendance.Seen(
                new EnrolmentId(row.Enrolment), row.Choice == Absent ? Presence.None : new Presence(Absent: false, row.Arrived, row.Left))),
    ];

    public sealed class Row
    {
        public Guid Enrolment { get; set; }

        public string? Choice { get; set; }

        public TimeOnly? Arrived { get; set; }

        public TimeOnly? Left { get; set; }
    }
}
