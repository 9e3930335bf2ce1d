using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Attendance;

internal static class RegisterSlots
{
    /// <summary>The teaching slots that one register covers, in order. A register always covers at least one.</summary>
    public static async Task<IReadOnlyList<TeachingSlot>> LoadAsync(TrainingDbContext db, HalfDayRegister register, CancellationToken ct)
    {
        var slots = await db.TeachingSlots.AsNoTracking()
            .Where(slot => slot.SessionId == register.SessionId && slot.Date == register.Date).OrderBy(slot => slot.Start).ToListAsync(ct);
        return [.. slots.Where(slot => slot.Part == register.Part)];
    }

    /// <summary>
    /// One register that the reader teaches, held by this transaction until it ends: whoever marks, closes or seals the same one waits.
    /// </summary>
    public static async Task<HalfDayRegister> LockAsync(TrainingDbContext db, HalfDayRegisterId id, Reader reader, CancellationToken ct)
    {
        await db.Registers.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version), ct);
        return await db.Registers.AsNoTracking().Where(r => r.Id == id && db.Sessions.TaughtBy(reader).Any(s => s.Id == r.SessionId)).OneAsync(ct);
    }

    /// <summary>Holds every register of a session until the transaction ends: seals and corrections of one session follow each other.</summary>
    public static Task LockAllAsync(TrainingDbContext db, SessionId session, CancellationToken ct) =>
        db.Registers.Where(r => r.SessionId == session).ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version), ct);
}
