using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Features.DeadLetters;

/// <summary>What is no longer tried, what may have arrived twice, and what was sent lately.</summary>
public sealed record DeadLettersPage(IReadOnlyList<DeadLettersPage.Line> Dead, IReadOnlyList<DeadLettersPage.Line> Twice, IReadOnlyList<DeadLettersPage.Line> Sent)
{
    private const int AtMost = 200;
    private const int SentAtMost = 50;

    public sealed record Line(Guid Id, MessageKind Kind, string Course, string Session, string Recipient, string? Address, DateTime RecordedAt, string? Error);

    public static async Task<DeadLettersPage> FindAsync(TrainingDbContext db, OfficeClock clock, string language, CancellationToken ct) => new(
        await LinesAsync(db, db.OutboxMessages.Where(m => m.DeadAt != null && m.SentAt == null), clock, language, ct),
        await LinesAsync(db, db.OutboxMessages.Where(m => m.MayBeTwice), clock, language, ct),
        await LinesAsync(db, db.OutboxMessages.Where(m => m.SentAt != null).OrderByDescending(m => m.SentAt).Take(SentAtMost), clock, language, ct));

    private static async Task<IReadOnlyList<Line>> LinesAsync(
        TrainingDbContext db, IQueryable<OutboxMessage> messages, OfficeClock clock, string language, CancellationToken ct)
    {
        var found = await messages.AsNoTracking().OrderByDescending(m => m.RecordedAt).ThenBy(m => m.Id).Take(AtMost)
            .Join(db.People, message => message.RecipientId, person => person.Id, (Message, Person) => new { Message, Person }).ToListAsync(ct);
        return found.ConvertAll(one =>
        {
            var facts = EnrolmentFacts.Read(one.Message.Facts);
            return new Line(
                one.Message.Id.Value, one.Message.Kind, language == "nl" ? facts.CourseNl : facts.CourseFr, facts.Session, one.Person.FullName, one.Person.Email,
                clock.LocalOn(one.Message.RecordedAt), one.Message.LastError);
        });
    }
}
