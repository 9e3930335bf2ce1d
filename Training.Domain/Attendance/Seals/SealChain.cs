using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Seals;

/// <summary>Adds links to the chain of a session's seals.</summary>
public sealed class SealChain(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <summary>Adds the next link to the context; the caller saves it with the change that it fixes. Two writers at once: the later one fails.</summary>
    public async Task<RegisterSeal> AppendAsync(HalfDayRegister register, SealCause cause, IEnumerable<string> facts, CancellationToken ct)
    {
        var last = await LastAsync(register.SessionId, ct);
        var seal = new RegisterSeal(register, (last?.Sequence ?? 0) + 1, cause, facts, last?.Seal, current.Actor.Name, clock.Now);
        db.Add(seal);
        return seal;
    }

    /// <summary>The last link of a session, whether it is saved yet or not.</summary>
    public async Task<RegisterSeal?> LastAsync(SessionId session, CancellationToken ct) =>
        db.RegisterSeals.Local.Where(seal => seal.SessionId == session).MaxBy(seal => seal.Sequence)
        ?? await db.RegisterSeals.AsNoTracking().Where(seal => seal.SessionId == session).OrderByDescending(seal => seal.Sequence).FirstOrDefaultAsync(ct);
}
