using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Time;

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

    /// <summary>Somebody was away until before they left, or from a time without a time of return.</summary>
    public bool TimesAwayAreInOrder => Rows.SelectMany(row => row.Away).All(away => away.IsEmpty || away.Hours is not null);

    /// <summary>Everybody of whom something is said; who is left blank stays unmarked.</summary>
    public IReadOnlyList<MarkAttendance.Seen> Seen =>
    [
        .. Rows
            .Where(row => row.Choice is Present or Absent || Button == AllPresent || row.SaysTimes)
            .Select(row => new MarkAttendance.Seen(new EnrolmentId(row.Enrolment), row.Presence) { Known = KnownMarks.Parse(row.Known) }),
    ];

    public sealed class Row
    {
        public Guid Enrolment { get; set; }

        public string? Choice { get; set; }

        public TimeOnly? Arrived { get; set; }

        public TimeOnly? Left { get; set; }

        public IList<AwayRow> Away { get; } = [];

        /// <summary>What the page showed when it was filled in.</summary>
        public string? Known { get; set; }

        public bool SaysTimes => Arrived is not null || Left is not null || Away.Any(away => !away.IsEmpty);

        public Presence Presence => Choice == Absent
            ? Presence.None
            : new Presence(Absent: false, Arrived, Left, [.. Away.Select(away => away.Hours).OfType<TimeInterval>()]);
    }

    /// <summary>Gone in between, and back again.</summary>
    public sealed class AwayRow
    {
        public TimeOnly? From { get; set; }

        public TimeOnly? To { get; set; }

        public bool IsEmpty => From is null && To is null;

        public TimeInterval? Hours => From is { } from && To is { } to && from < to ? new TimeInterval(from, to) : null;
    }
}
