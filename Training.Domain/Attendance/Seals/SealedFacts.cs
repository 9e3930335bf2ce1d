using System.Globalization;
using Training.Domain.Enrolments;
using Training.Domain.Sessions;

namespace Training.Domain.Attendance.Seals;

/// <summary>A mark as a seal fixed it.</summary>
public sealed record SealedMark(AttendanceMarkId Id, EnrolmentId Enrolment, TeachingSlotId Slot, int AttendedMinutes, string Gaps, string By);

/// <summary>A decision on something missed, as a seal fixed it.</summary>
public sealed record SealedRuling(AbsenceRulingId Id, string Said);

/// <summary>
/// What a register says, as lines of text in a fixed order: the same facts always give the same seal. A line names the row that it comes
/// from, so that each can be held against what the database says today.
/// </summary>
public static class SealedFacts
{
    private const string MarkLine = "mark";
    private const string RulingLine = "ruling";

    public static string Head(HalfDayRegister register) =>
        string.Create(CultureInfo.InvariantCulture, $"register|{register.SessionId.Value}|{register.Date:yyyy-MM-dd}|{register.Part}|{OneLine(register.ClosedBy)}");

    public static string Of(AttendanceMark mark) => string.Join('|', MarkLine, mark.Id.Value, mark.EnrolmentId.Value, mark.SlotId.Value,
        mark.AttendedMinutes.ToString(CultureInfo.InvariantCulture), string.Join(';', mark.Gaps), OneLine(mark.RecordedBy), OneLine(mark.Reason));

    public static string Of(AbsenceRuling ruling) => string.Join('|', RulingLine, ruling.Id.Value, ruling.EnrolmentId.Value,
        ruling.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ruling.Hours.ToString(), ruling.Kind, ruling.Category, OneLine(ruling.RecordedBy));

    public static IEnumerable<SealedMark> MarksIn(IEnumerable<string> lines) =>
        from line in lines
        let parts = line.Split('|')
        where parts is [MarkLine, _, _, _, _, _, _, _]
        select new SealedMark(
            new(Guid.Parse(parts[1])), new(Guid.Parse(parts[2])), new(Guid.Parse(parts[3])),
            int.Parse(parts[4], CultureInfo.InvariantCulture), parts[5], parts[6]);

    public static IEnumerable<SealedRuling> RulingsIn(IEnumerable<string> lines) =>
        from line in lines
        let parts = line.Split('|')
        where parts.Length > 1 && parts[0] == RulingLine
        select new SealedRuling(new(Guid.Parse(parts[1])), line);

    // A name with a bar or a line break in it may not look like another field.
    private static string OneLine(string? text) => (text ?? "").Replace('|', '/').ReplaceLineEndings(" ");
}
