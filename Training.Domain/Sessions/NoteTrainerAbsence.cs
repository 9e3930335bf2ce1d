using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>Notes when a trainer cannot teach, or takes such a note back.</summary>
public sealed class NoteTrainerAbsence(TrainingDbContext db)
{
    /// <param name="TakenBack">A note to take back; the other fields do not matter then.</param>
    public sealed record Request(PersonId Trainer, DateOnly From, DateOnly To, TimeInterval? Hours, TrainerAbsenceId? TakenBack = null);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (request.TakenBack is { } id)
        {
            db.Remove(await db.TrainerAbsences.Where(a => a.Id == id && a.PersonId == request.Trainer).OneAsync(ct));
        }
        else
        {
            await db.Trainers.AsNoTracking().Where(t => t.PersonId == request.Trainer).OneAsync(ct);
            db.Add(new TrainerAbsence(request.Trainer, request.From, request.To, request.Hours));
        }

        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
