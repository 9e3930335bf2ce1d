using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>The trainer says who was there in one half-day. Saying the same again writes nothing; saying otherwise writes a further mark.</summary>
public sealed class MarkAttendance(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Seen(EnrolmentId Enrolment, Presence Presence);

    public sealed record Request(HalfDayRegisterId Register, IReadOnlyList<Seen> Seen, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var register = await db.Registers.AsNoTracking()
            .Where(r => r.Id == request.Register && db.Sessions.TaughtBy(request.Reader).Any(s => s.Id == r.SessionId)).OneAsync(ct);
        if (register.Status != RegisterStatus.Open)
            return new RegisterSealed(register.Date, register.Part);

        var slots = await RegisterSlots.LoadAsync(db, register, ct);
        if (clock.MomentOf(register.Date, slots[0].Start) > clock.Now)
            return new HalfDayNotBegun(register.Date, register.Part);
        if (request.Seen.Select(seen => seen.Presence).FirstOrDefault(p => p.Arrived is { } a && p.Left is { } l && a >= l) is { } disorder)
            return new TimesOutOfOrder(disorder.Arrived!.Value, disorder.Left!.Value);

        var seated = await db.Enrolments.Where(e => e.SessionId == register.SessionId && e.HoldsSeat).Select(e => e.Id).ToListAsync(ct);
        var marked = request.Seen.Where(seen => seated.Contains(seen.Enrolment)).ToList();
        var grace = (await db.ParameterBookAsync(ct)).Number(ParameterKeys.GraceMinutes, register.Date);
        var now = clock.Now;
        var marks = marked.SelectMany(seen => slots.Select(slot =>
            new AttendanceMark(seen.Enrolment, slot, seen.Presence.MissedIn(slot, grace), current.Actor.Name, now))).ToList();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var slotIds = slots.Select(slot => slot.Id).ToList();
        var earlier = await db.AttendanceMarks.AsNoTracking().Where(m => slotIds.Contains(m.SlotId) && m.SupersededAt == null).ToListAsync(ct);
        var known = earlier.ToDictionary(mark => (mark.EnrolmentId, mark.SlotId));
        var news = marks.Where(mark => !known.TryGetValue((mark.EnrolmentId, mark.SlotId), out var held) || !held.SaysTheSameAs(mark)).ToList();
        var replaced = news.Select(mark => known.GetValueOrDefault((mark.EnrolmentId, mark.SlotId))?.Id).OfType<AttendanceMarkId>().ToList();

        await db.AttendanceMarks.Where(mark => replaced.Contains(mark.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(mark => mark.SupersededAt, now), ct);
        db.AddRange(news);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Done();
    }
}
