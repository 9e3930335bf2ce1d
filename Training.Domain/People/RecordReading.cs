using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.People;

/// <summary>Notes that somebody looked at a personal file. Looking at one's own is nobody else's business and is not noted.</summary>
public sealed class RecordReading(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Reader">The person who looks, when they are known as one.</param>
    public sealed record Request(PersonId Person, FilePart Part, PersonId? Reader);

    public async Task HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Person == request.Reader)
            return;

        db.Add(new FileReading(request.Person, request.Part, current.Actor.Name, clock.Now));
        await db.SaveChangesAsync(ct);
    }
}
