using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Trainers;

/// <summary>Those whom the school may ask to teach, with the sessions they have and the days on which they cannot.</summary>
public sealed record TrainersPage(IReadOnlyList<TrainersPage.Line> Trainers)
{
    public string? Refusal { get; init; }

    /// <summary>What was typed in the form that is refused.</summary>
    public TrainerForm Typed { get; init; } = new();

    public sealed record Line(Guid Id, string Name, string? Email, int Sessions, IReadOnlyList<TrainerAbsence> Absences);

    public static async Task<TrainersPage> FindAsync(TrainingDbContext db, DateOnly today, CancellationToken ct)
    {
        var trainers = await (
            from trainer in db.Trainers.AsNoTracking()
            join person in db.People on trainer.PersonId equals person.Id
            orderby person.LastName, person.FirstName
            select new
            {
                person.Id,
                Name = person.FirstName + " " + person.LastName,
                person.Email,
                Sessions = db.SessionTrainers.Count(t => t.PersonId == person.Id && db.Sessions.Any(s => s.Id == t.SessionId && s.LastDay >= today && s.Status != SessionStatus.Cancelled)),
            }).ToListAsync(ct);
        var absences = (await db.TrainerAbsences.AsNoTracking().Where(absence => absence.LastDay >= today).OrderBy(absence => absence.FirstDay).ToListAsync(ct)).ToLookup(absence => absence.PersonId);
        return new TrainersPage([.. trainers.Select(one => new Line(one.Id.Value, one.Name, one.Email, one.Sessions, [.. absences[one.Id]]))]);
    }
}
