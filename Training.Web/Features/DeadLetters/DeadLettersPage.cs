using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Features.DeadLetters;

/// <summary>What is no longer tried, what may have arrived twice, and what was sent or kept unsent lately.</summary>
public sealed record DeadLettersPage(
    IReadOnlyList<DeadLettersPage.Line> Dead, IReadOnlyList<DeadLettersPage.Line> Twice, IReadOnlyList<DeadLettersPage.Line> Sent, IReadOnlyList<DeadLettersPage.Line> NotWanted)
{
    private const int AtMost = 200;
    private const int SentAtMost = 50;

    public sealed record Line(Guid Id, MessageKind Kind, string? About, string Recipient, string? Address, DateTime RecordedAt, string? Error);

    public static async Task<DeadLettersPage> FindAsync(TrainingDbContext db, OfficeClock clock, string language, CancellationToken ct) => new(
        await LinesAsync(db, db.OutboxMessages.Unsent().Where(m => m.DeadAt != null), clock, language, ct),
        await LinesAsync(db, db.OutboxMessages.Where(m => m.MayBeTwice), clock, language, ct),
        await LinesAsync(db, db.OutboxMessages.Where(m => m.SentAt != null).OrderByDescending(m => m.SentAt).Take(SentAtMost), clock, language, ct),
        await LinesAsync(db, db.OutboxMessages.Where(m => m.NotWantedAt != null).OrderByDescending(m => m.NotWantedAt).Take(SentAtMost), clock, language, ct));

    private static async Task<IReadOnlyList<Line>> LinesAsync(
        TrainingDbContext db, IQueryable<OutboxMessage> messages, OfficeClock clock, string language, CancellationToken ct)
    {
        var found = await messages.AsNoTracking().OrderByDescending(m => m.RecordedAt).ThenBy(m => m.Id).Take(AtMost)
            .Select(message => new { Message = message, Person = db.People.SingleOrDefault(person => person.Id == message.RecipientId) }).ToListAsync(ct);
        return found.ConvertAll(one =>
        {
            if (one.Person is null)
                return new Line(one.Message.Id.Value, one.Message.Kind, null, AddresseeFacts.Read(one.Message.Facts).Name, one.Message.Address, clock.LocalOn(one.Message.RecordedAt), one.Message.LastError);

            var facts = EnrolmentFacts.Read(one.Message.Facts);
            return new Line(
                one.Message.Id.Value, one.Message.Kind, $"{(language == "nl" ? facts.CourseNl : facts.CourseFr)} ({facts.Session})", one.Person.FullName, one.Person.Email,
                clock.LocalOn(one.Message.RecordedAt), one.Message.LastError);
        });
    }
}
