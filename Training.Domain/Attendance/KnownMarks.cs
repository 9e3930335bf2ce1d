using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>
/// What a page or a device knew of one person's half-day when something was said of it: the gaps of each slot that had a mark. As
/// text: <c>slot=09:00-09:20;10:00-10:10|slot=</c>.
/// </summary>
public sealed class KnownMarks
{
    public static readonly KnownMarks Nothing = new([]);

    private readonly Dictionary<TeachingSlotId, string> _gaps;

    private KnownMarks(Dictionary<TeachingSlotId, string> gaps) => _gaps = gaps;

    public static KnownMarks Of(IEnumerable<AttendanceMark> marks) => new(marks.ToDictionary(mark => mark.SlotId, mark => TextOf(mark.Gaps)));

    /// <summary>What was written by <see cref="ToString"/>, or nothing when the text is none of ours.</summary>
    public static KnownMarks? Parse(string? text)
    {
        var gaps = new Dictionary<TeachingSlotId, string>();
        foreach (var part in (text ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals) || !Guid.TryParse(part[..equals], out var slot))
                return null;
            gaps[new TeachingSlotId(slot)] = part[(equals + 1)..];
        }

        return new KnownMarks(gaps);
    }

    /// <summary>Whether this is still what a slot says. No mark then and no mark now is the same too.</summary>
    public bool StillHolds(TeachingSlotId slot, AttendanceMark? now) => _gaps.GetValueOrDefault(slot) == (now is null ? null : TextOf(now.Gaps));

    /// <summary>Whether somebody says of a slot what was known of it anyway.</summary>
    public bool Says(TeachingSlotId slot, IReadOnlyList<TimeInterval> gaps) => _gaps.TryGetValue(slot, out var known) && known == TextOf(gaps);

    public override string ToString() =>
        string.Join('|', _gaps.OrderBy(slot => slot.Key.Value).Select(slot => $"{slot.Key.Value}={slot.Value}"));

    private static string TextOf(IReadOnlyList<TimeInterval> gaps) => string.Join(';', gaps);
}
