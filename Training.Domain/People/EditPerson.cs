using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>Puts right what is known of a person. Whoever works for several employers is changed at the secretariat only.</summary>
public sealed class EditPerson(TrainingDbContext db)
{
    public sealed record Request(PersonId Person, PersonFacts Facts, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var person = await db.People.StaffOf(request.Reader, db).Where(p => p.Id == request.Person).OneAsync(ct);
        if (!request.Reader.SeesEverything
            && await db.Employments.AnyAsync(e => e.PersonId == person.Id && !request.Reader.Organisations.Contains(e.OrganisationId), ct))
            return new KnownToOthers();

        person.Restate(request.Facts);
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
