using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>The trainer is done with a half-day: everybody who holds a seat is marked.</summary>
public sealed class CloseHalfDay(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(HalfDayRegisterId Register, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var register = await db.Registers
            .Where(r => r.Id == request.Register && db.Sessions.TaughtBy(request.Reader).Any(s => s.Id == r.SessionId)).OneAsync(ct);
        var slots = (await RegisterSlots.LoadAsync(db, register, ct)).Select(slot => slot.Id).ToList();

        var unmarked = await db.Enrolments
            .Where(e => e.SessionId == register.SessionId && e.HoldsSeat && e.Status != EnrolmentStatusPending)
            .CountAsync(e => db.AttendanceMarks.Count(m => m.EnrolmentId == e.Id && m.SupersededAt == null && slots.Contains(m.SlotId)) < slots.Count, ct);
        if (unmarked > 0)
            return new NotEverybodyMarked(unmarked);

        var closed = register.Close(current.Actor.Name, clock.Now);
        if (closed.IsRefused)
            return closed;

        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }

    private const Enrolments.EnrolmentStatus EnrolmentStatusPending = Enrolments.EnrolmentStatus.EmployerPending;
}
