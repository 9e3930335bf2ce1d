using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Sessions;

/// <summary>Puts somebody on the list of those whom the school may ask to teach: a person who is known by this address, or a new one.</summary>
public sealed class AddTrainer(TrainingDbContext db)
{
    public sealed record Request(string FirstName, string LastName, string Email, CorrespondenceLanguage Language);

    public async Task<Outcome<PersonId>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var email = request.Email.Trim().ToLowerInvariant();
        var known = await db.People.AsNoTracking().Where(p => p.Email == email && p.LastName == request.LastName).FirstOrDefaultAsync(ct);
        var person = known ?? new Person(new PersonFacts(request.FirstName, request.LastName, email, request.Language, Gender.NotStated, null, null));
        if (known is null)
            db.Add(person);
        if (!await db.Trainers.AnyAsync(t => t.PersonId == person.Id, ct))
            db.Add(new Trainer(person.Id));
        await db.SaveChangesAsync(ct);
        return person.Id;
    }
}
