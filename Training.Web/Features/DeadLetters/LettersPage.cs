using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Messages;

namespace Training.Web.Features.DeadLetters;

/// <summary>What is owed to people without an address, in words, to print or to tell.</summary>
public sealed record LettersPage(IReadOnlyList<LettersPage.Line> Lines)
{
    private const int AtMost = 200;

    public sealed record Line(Guid Id, string Recipient, IReadOnlyList<string> Employers, Letter Letter);

    public static async Task<LettersPage> FindAsync(TrainingDbContext db, OfficeClock clock, MessageWriter writer, string language, CancellationToken ct)
    {
        var today = clock.Today;
        var owed = await db.OutboxMessages.AsNoTracking().Unsent().Where(m => m.DeadAt != null)
            .Join(db.People.Where(p => p.Email == null || p.Email == ""), message => message.RecipientId, person => person.Id, (Message, Person) => new { Message, Person })
            .OrderBy(one => one.Person.LastName).ThenBy(one => one.Message.RecordedAt).Take(AtMost).ToListAsync(ct);
        var people = owed.ConvertAll(one => one.Person.Id);
        var employers = (await db.Employments.Where(e => people.Contains(e.PersonId) && (e.End == null || e.End >= today))
            .Join(db.Organisations, e => e.OrganisationId, o => o.Id, (employment, organisation) => new { employment.PersonId, organisation.Name }).ToListAsync(ct)).ToLookup(one => one.PersonId, one => one.Name.In(language));
        return new LettersPage(owed.ConvertAll(one => new Line(one.Message.Id.Value, one.Person.FullName, [.. employers[one.Person.Id].Distinct()], writer.Word(one.Message, one.Person))));
    }
}
