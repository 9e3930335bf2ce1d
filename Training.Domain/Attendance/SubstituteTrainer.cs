using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Attendance;

/// <summary>Somebody else teaches: the registers of the session are theirs at once, and stay those of whoever had them.</summary>
public sealed class SubstituteTrainer(TrainingDbContext db)
{
    /// <param name="Trainer">Somebody who teaches at the school.</param>
    public sealed record Request(HalfDayRegisterId Register, PersonId Trainer, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var session = await db.Sessions.Include(s => s.Trainers).TaughtBy(request.Reader)
            .Where(s => db.Registers.Any(r => r.Id == request.Register && r.SessionId == s.Id)).OneAsync(ct);
        await db.People.AsNoTracking().Where(p => p.Id == request.Trainer && db.SessionTrainers.Any(t => t.PersonId == p.Id)).OneAsync(ct);

        session.AssignTrainer(request.Trainer);
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
