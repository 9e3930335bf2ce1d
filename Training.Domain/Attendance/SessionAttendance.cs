using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Seals;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>The facts of one session's registers, from which every figure about attendance is worked out.</summary>
public sealed class SessionAttendance(
    IReadOnlyList<TeachingSlot> slots, IReadOnlyList<AttendanceMark> marks, IReadOnlyList<AbsenceRuling> rulings)
{
    private readonly Dictionary<(EnrolmentId, TeachingSlotId), AttendanceMark> _marks = marks.ToDictionary(mark => (mark.EnrolmentId, mark.SlotId));
    private readonly ILookup<(EnrolmentId, DateOnly), AbsenceRuling> _rulings = rulings.ToLookup(ruling => (ruling.EnrolmentId, ruling.Date));

    public IReadOnlyList<TeachingSlot> Slots => slots;

    public static async Task<SessionAttendance> LoadAsync(TrainingDbContext db, SessionId session, CancellationToken ct)
    {
        var slots = await db.TeachingSlots.AsNoTracking().Where(s => s.SessionId == session).OrderBy(s => s.Date).ThenBy(s => s.Start).ToListAsync(ct);
        var marks = await db.AttendanceMarks.AsNoTracking()
            .Where(m => m.SupersededAt == null && db.TeachingSlots.Any(s => s.Id == m.SlotId && s.SessionId == session)).ToListAsync(ct);
        var rulings = await db.AbsenceRulings.AsNoTracking()
            .Where(r => db.Enrolments.Any(e => e.Id == r.EnrolmentId && e.SessionId == session)).ToListAsync(ct);
        return new SessionAttendance(slots, marks, rulings);
    }

    public AttendanceMark? MarkOf(EnrolmentId enrolment, TeachingSlot slot) => _marks.GetValueOrDefault((enrolment, slot.Id));

    public AttendanceMark? MarkOf(EnrolmentId enrolment, TeachingSlotId slot) => _marks.GetValueOrDefault((enrolment, slot));

    public IEnumerable<AbsenceRuling> RulingsOf(EnrolmentId enrolment, DateOnly date) => _rulings[(enrolment, date)];

    public IReadOnlyList<TeachingSlot> SlotsOf(DateOnly date, DayPart part) => [.. slots.Where(slot => slot.Date == date && slot.Part == part)];

    /// <summary>One person's minutes over some slots; slots without a mark are left out.</summary>
    public AttendedMinutes MinutesOf(EnrolmentId enrolment, IEnumerable<TeachingSlot> over) =>
        over.Select(slot => MarkOf(enrolment, slot) is { } mark
                ? AttendedMinutes.Of(slot.Minutes, mark.Gaps, RulingsOf(enrolment, slot.Date))
                : default)
            .Aggregate(default(AttendedMinutes), (sum, minutes) => sum + minutes);

    /// <summary>What one half-day says of one person, as lines that a seal fixes.</summary>
    public IEnumerable<string> FactsOf(EnrolmentId enrolment, HalfDayRegister register)
    {
        var covered = SlotsOf(register.Date, register.Part);
        var rulings = RulingsOf(enrolment, register.Date).Where(ruling => covered.Any(slot => slot.Hours.Intersect(ruling.Hours) is not null));
        return covered.Select(slot => MarkOf(enrolment, slot)).OfType<AttendanceMark>().Select(SealedFacts.Of)
            .Concat(rulings.OrderBy(ruling => ruling.RecordedAt).ThenBy(ruling => ruling.Id.Value).Select(SealedFacts.Of));
    }

    /// <summary>What one person missed, in pieces of one kind each.</summary>
    public IReadOnlyList<MissedTime> MissedBy(EnrolmentId enrolment, IEnumerable<TeachingSlot> over) =>
    [
        .. over.Select(slot => (slot, mark: MarkOf(enrolment, slot)))
            .Where(seen => seen.mark is not null)
            .SelectMany(seen => AttendedMinutes.Split(seen.mark!.Gaps, RulingsOf(enrolment, seen.slot.Date))
                .Select(piece => new MissedTime(seen.slot.Date, piece.Hours, piece.Kind))),
    ];
}
