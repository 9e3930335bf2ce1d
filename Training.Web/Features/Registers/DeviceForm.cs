using System.Text.Json.Serialization;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Time;

namespace Training.Web.Features.Registers;

/// <summary>What a device kept while it had no network, and sends now: in the order in which it was said.</summary>
public sealed class DeviceForm
{
    /// <summary>More than any trainer keeps; a larger request is refused.</summary>
    public const int MaxEntries = 500;

    /// <summary>Who wrote these entries. Only they may send them.</summary>
    public string Author { get; set; } = "";

    public IReadOnlyList<Entry> Entries { get; set; } = [];

    [JsonConverter(typeof(JsonStringEnumConverter<EntryKind>))]
    public enum EntryKind
    {
        Mark,
        Unlisted,
        Close,
    }

    public sealed class Entry
    {
        public Guid Key { get; set; }

        public EntryKind Kind { get; set; }

        public Guid Register { get; set; }

        public Guid? Enrolment { get; set; }

        public Words? Said { get; set; }

        /// <summary>What the device knew when this was said.</summary>
        public string? Known { get; set; }

        /// <summary>The name of somebody who is not on the list.</summary>
        public string? Name { get; set; }

        /// <summary>By the clock of the device.</summary>
        public DateTimeOffset At { get; set; }

        public MarkAttendance.Seen? Seen => Enrolment is { } enrolment && Said is { } said
            ? new MarkAttendance.Seen(new EnrolmentId(enrolment), said.Presence) { Key = Key, Known = KnownMarks.Parse(Known) ?? KnownMarks.Nothing, SeenAt = At.ToUniversalTime() }
            : null;
    }

    /// <summary>What is said of one person, as both sides write it.</summary>
    public sealed class Words
    {
        public bool Absent { get; set; }

        public TimeOnly? Arrived { get; set; }

        public TimeOnly? Left { get; set; }

        public IReadOnlyList<Stretch> Away { get; set; } = [];

        public Presence Presence => Absent
            ? Presence.None
            : new Presence(Absent: false, Arrived, Left, [.. Away.Where(away => away.From < away.To).Select(away => new TimeInterval(away.From, away.To))]);

        public static Words? Of(ObservedPresence seen) => seen.IsMarked
            ? new Words { Absent = seen.Absent, Arrived = seen.Arrived, Left = seen.Left, Away = [.. seen.Away.Select(away => new Stretch { From = away.Start, To = away.End })] }
            : null;
    }

    public sealed class Stretch
    {
        public TimeOnly From { get; set; }

        public TimeOnly To { get; set; }
    }
}
