using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Seals;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>
/// The secretariat has checked closed half-days of a session: each is fixed by a seal that holds the one before it, and settled.
/// With the last of them the session is concluded.
/// </summary>
public sealed class SealRegisters(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, SealChain chain, SettleHalfDay settle, ConcludeSession conclude)
{
    public sealed record Request(SessionId Session, IReadOnlyList<HalfDayRegisterId> Registers);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RegisterSlots.LockAllAsync(db, request.Session, ct);
        var registers = await db.Registers.Where(r => r.SessionId == request.Session).OrderBy(r => r.Date).ThenBy(r => r.Part).ToListAsync(ct);
        var asked = registers.Where(r => request.Registers.Contains(r.Id)).OrderBy(r => r.Date).ThenBy(r => r.Part).ToList();
        if (asked.Count != request.Registers.Distinct().Count())
            throw new NotFoundException(nameof(HalfDayRegister));

        var attendance = await SessionAttendance.LoadAsync(db, request.Session, ct);
        var seated = (await db.Enrolments.AsNoTracking().Where(e => e.SessionId == request.Session && e.HoldsSeat).Select(e => e.Id).ToListAsync(ct))
            .OrderBy(id => id.Value).ToList();
        foreach (var register in asked)
        {
            var facts = seated.SelectMany(enrolment => attendance.FactsOf(enrolment, register)).Prepend(SealedFacts.Head(register));
            var link = await chain.AppendAsync(register, SealCause.Sealed, facts, ct);
            var fixedWith = register.FixWith(link.Seal, link.PreviousSeal, current.Actor.Name, clock.Now);
            if (fixedWith.IsRefused)
                return fixedWith;

            if ((await settle.AddLinesAsync(register, attendance, ct)).Refusal is { } refusal)
                return refusal;
        }

        if (registers.TrueForAll(r => r.Status == RegisterStatus.Sealed))
        {
            await settle.ReleaseRestAsync(request.Session, attendance, ct);
            await conclude.ApplyAsync(request.Session, attendance, ct);
        }

        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return new Done();
    }
}
