using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Devices;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>What became of something that was said of one person.</summary>
public enum MarkAnswer
{
    Recorded,

    /// <summary>It is what the register says already, or it came before under the same key.</summary>
    SaidAlready,

    /// <summary>Somebody else said otherwise meanwhile. Nothing of it is written until a person decides.</summary>
    Differs,
}

/// <summary>
/// The trainer says who was there in one half-day. Saying the same again writes nothing; saying otherwise writes a further mark. Where
/// it is known what the trainer saw when saying it, what others said meanwhile is merged person by person and slot by slot, and a true
/// difference is given back instead of being won by whoever came last.
/// </summary>
public sealed class MarkAttendance(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Seen(EnrolmentId Enrolment, Presence Presence)
    {
        /// <summary>What the page or device knew when this was said. Without it, this holds whatever was recorded before.</summary>
        public KnownMarks? Known { get; init; }

        /// <summary>Under which a device may send this several times; it is written once.</summary>
        public Guid? Key { get; init; }

        /// <summary>By the clock of the device, whose word it is.</summary>
        public DateTimeOffset? SeenAt { get; init; }
    }

    public sealed record Request(HalfDayRegisterId Register, IReadOnlyList<Seen> Seen, Reader Reader);

    /// <param name="Now">What the register says after this.</param>
    /// <param name="By">Who said what stands there, where it differs.</param>
    public sealed record Answer(EnrolmentId Enrolment, Guid? Key, MarkAnswer Said, KnownMarks Known, ObservedPresence Now, string? By, DateTimeOffset? At);

    public async Task<Outcome<IReadOnlyList<Answer>>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Seen.Select(seen => seen.Presence).FirstOrDefault(p => p.Arrived is { } a && p.Left is { } l && a >= l) is { } disorder)
            return new TimesOutOfOrder(disorder.Arrived!.Value, disorder.Left!.Value);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var register = await RegisterSlots.LockAsync(db, request.Register, request.Reader, ct);
        if (register.Status != RegisterStatus.Open)
            return register.Status == RegisterStatus.Sealed ? new RegisterSealed(register.Date, register.Part) : new RegisterClosed(register.Date, register.Part);

        var slots = await RegisterSlots.LoadAsync(db, register, ct);
        if (clock.MomentOf(register.Date, slots[0].Start) > clock.Now)
            return new HalfDayNotBegun(register.Date, register.Part);

        var grace = (await db.ParameterBookAsync(ct)).Number(ParameterKeys.GraceMinutes, register.Date);
        var seated = await db.Enrolments.Where(e => e.SessionId == register.SessionId && e.HoldsSeat).Select(e => e.Id).ToListAsync(ct);
        var slotIds = slots.Select(slot => slot.Id).ToList();
        var held = (await db.AttendanceMarks.AsNoTracking().Where(m => slotIds.Contains(m.SlotId) && m.SupersededAt == null).ToListAsync(ct))
            .ToDictionary(mark => (mark.EnrolmentId, mark.SlotId));
        var keys = request.Seen.Select(seen => seen.Key).OfType<Guid>().ToList();
        var received = keys.Count == 0 ? [] : await db.SentMarks.Where(sent => keys.Contains(sent.Key)).ToDictionaryAsync(sent => sent.Key, sent => sent.Answer, ct);

        var writing = new Writing(slots, grace, held, current.Actor.Name, clock.Now);
        foreach (var seen in request.Seen.Where(seen => seated.Contains(seen.Enrolment)))
        {
            if (seen.Key is { } key && received.TryGetValue(key, out var answer))
                writing.AnswerAgain(seen, answer);
            else if (seen.Key is not { } twice || !writing.HasTaken(twice))
                writing.Take(seen, register.Id);
        }

        var replaced = writing.Replaced;
        await db.AttendanceMarks.Where(mark => replaced.Contains(mark.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(mark => mark.SupersededAt, clock.Now), ct);
        db.AddRange(writing.Marks);
        db.AddRange(writing.Sent);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return writing.Answers;
    }

    /// <summary>The marks that a request writes, beside those that hold already.</summary>
    private sealed class Writing(
        IReadOnlyList<TeachingSlot> slots, int grace, Dictionary<(EnrolmentId, TeachingSlotId), AttendanceMark> held, string by, DateTimeOffset now)
    {
        private readonly Dictionary<(EnrolmentId, TeachingSlotId), AttendanceMark> _before = new(held);
        private readonly List<SentMark> _sent = [];
        private readonly List<Answer> _answers = [];

        public List<AttendanceMark> Marks => [.. held.Where(mark => _before.GetValueOrDefault(mark.Key) != mark.Value).Select(mark => mark.Value)];

        public List<AttendanceMarkId> Replaced =>
            [.. held.Where(mark => _before.GetValueOrDefault(mark.Key) is { } earlier && earlier != mark.Value).Select(mark => _before[mark.Key].Id)];

        public IReadOnlyList<SentMark> Sent => _sent;

        public List<Answer> Answers => _answers;

        public bool HasTaken(Guid key) => _sent.Exists(sent => sent.Key == key);

        /// <summary>The answer that was lost on its way to the device: nothing is written a second time, a difference is still one.</summary>
        public void AnswerAgain(Seen seen, MarkAnswer before) => Answer(seen, before == MarkAnswer.Differs ? MarkAnswer.Differs : MarkAnswer.SaidAlready);

        public void Take(Seen seen, HalfDayRegisterId register)
        {
            var said = slots.Select(slot => (slot, gaps: seen.Presence.MissedIn(slot, grace), mark: held.GetValueOrDefault((seen.Enrolment, slot.Id)))).ToList();
            var news = said.Where(one => one.mark is null || !one.mark.Gaps.SequenceEqual(one.gaps)).ToList();
            var differs = seen.Known is { } known
                && news.Exists(one => !known.StillHolds(one.slot.Id, one.mark) && !known.Says(one.slot.Id, one.gaps));
            if (seen.Known is { } knew)
                news.RemoveAll(one => knew.Says(one.slot.Id, one.gaps));

            if (!differs)
            {
                foreach (var (slot, gaps, _) in news)
                    held[(seen.Enrolment, slot.Id)] = new AttendanceMark(seen.Enrolment, slot, gaps, by, now) { SeenAt = seen.SeenAt };
            }

            var answer = differs ? MarkAnswer.Differs : news.Count == 0 ? MarkAnswer.SaidAlready : MarkAnswer.Recorded;
            if (seen.Key is { } key)
                _sent.Add(new SentMark(key, register, seen.Enrolment, seen.Presence.ToString(), answer, seen.SeenAt ?? now, by, now));
            Answer(seen, answer);
        }

        private void Answer(Seen seen, MarkAnswer answer)
        {
            var marks = slots.Select(slot => held.GetValueOrDefault((seen.Enrolment, slot.Id))).OfType<AttendanceMark>().ToList();
            var latest = marks.MaxBy(mark => mark.RecordedAt);
            _answers.Add(new Answer(
                seen.Enrolment, seen.Key, answer, KnownMarks.Of(marks),
                ObservedPresence.Of(slots, slot => marks.Find(mark => mark.SlotId == slot.Id)), latest?.RecordedBy, latest?.SeenAt ?? latest?.RecordedAt));
        }
    }
}
