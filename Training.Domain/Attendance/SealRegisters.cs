using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.ChangeRecords;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>
/// The secretariat has checked closed half-days of a session: each is fixed by a seal that holds the one before it, and settled.
/// With the last of them the session is concluded.
/// </summary>
public sealed class SealRegisters(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, SettleHalfDay settle, ConcludeSession conclude)
{
    public sealed record Request(SessionId Session, IReadOnlyList<HalfDayRegisterId> Registers);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registers = await db.Registers.Where(r => r.SessionId == request.Session).OrderBy(r => r.Date).ThenBy(r => r.Part).ToListAsync(ct);
        var asked = registers.Where(r => request.Registers.Contains(r.Id)).OrderBy(r => r.Date).ThenBy(r => r.Part).ToList();
        if (asked.Count != request.Registers.Distinct().Count())
            throw new NotFoundException(nameof(HalfDayRegister));

        var attendance = await SessionAttendance.LoadAsync(db, request.Session, ct);
        var last = registers.Where(r => r.Status == RegisterStatus.Sealed).MaxBy(r => r.SealedAt)?.Seal;
        foreach (var register in asked)
        {
            var facts = await RegisterFacts.OfAsync(db, register, attendance, ct);
            var seal = Digest.Of(facts.Prepend(last ?? ""));
            var fixedWith = register.FixWith(seal, last, current.Actor.Name, clock.Now);
            if (fixedWith.IsRefused)
                return fixedWith;

            last = seal;
            await settle.AddLinesAsync(register, attendance, ct);
        }

        if (registers.TrueForAll(r => r.Status == RegisterStatus.Sealed))
            await conclude.ApplyAsync(request.Session, attendance, ct);
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return new Done();
    }
}

/// <summary>What a register says, as lines of text in a fixed order: the same facts always give the same seal.</summary>
internal static class RegisterFacts
{
    public static async Task<IReadOnlyList<string>> OfAsync(
        TrainingDbContext db, HalfDayRegister register, SessionAttendance attendance, CancellationToken ct)
    {
        var enrolments = await db.Enrolments.AsNoTracking().Where(e => e.SessionId == register.SessionId && e.HoldsSeat).Select(e => e.Id).ToListAsync(ct);
        var head = string.Create(CultureInfo.InvariantCulture, $"{register.SessionId.Value}|{register.Date:yyyy-MM-dd}|{register.Part}");
        var marks = enrolments.OrderBy(id => id.Value)
            .SelectMany(id => attendance.SlotsOf(register.Date, register.Part).Select(slot => (id, slot, mark: attendance.MarkOf(id, slot))))
            .Where(seen => seen.mark is not null)
            .Select(seen => string.Create(CultureInfo.InvariantCulture,
                $"{seen.id.Value}|{seen.slot.Hours}|{seen.mark!.AttendedMinutes}|{string.Join(';', seen.mark.Gaps)}"));
        return [head, .. marks];
    }
}
