using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.People;

/// <summary>Somebody asks that their own file be corrected or erased. The same request sent twice is one.</summary>
public sealed class AskAboutOwnFile(TrainingDbContext db, OfficeClock clock)
{
    public sealed record Request(PersonId Person, PersonRequestKind Kind, string Text);

    public async Task<Outcome<PersonRequestId>> HandleAsync(Request request, CancellationToken ct)
    {
        var open = await db.PersonRequests.AsNoTracking()
            .FirstOrDefaultAsync(r => r.PersonId == request.Person && r.Kind == request.Kind && r.Text == request.Text && r.Status == PersonRequestStatus.Open, ct);
        if (open is not null)
            return open.Id;

        var asked = new PersonRequest(request.Person, request.Kind, request.Text, clock.Now);
        db.Add(asked);
        await db.SaveChangesAsync(ct);
        return asked.Id;
    }
}
