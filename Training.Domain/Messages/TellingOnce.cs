using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Messages;

internal static class TellingOnce
{
    /// <summary>Writes a message to everybody who has not had it yet, and saves.</summary>
    /// <param name="key">What is told, in fewer than 67 signs: with the recipient it is told once.</param>
    /// <returns>How many were written.</returns>
    public static Task<int> TellOnceAsync(
        this TrainingDbContext db, IEnumerable<PersonId> recipients, EnrolmentFacts facts, MessageKind kind, string key, DateTimeOffset now, CancellationToken ct) =>
        db.WriteNewAsync(recipients.Distinct().Select(person => facts.To(person, kind, now, $"{key} {person.Value:N}")), ct);

    /// <summary>The same to holders of accounts, who need no file.</summary>
    public static Task<int> TellOnceAsync(
        this TrainingDbContext db, IEnumerable<Addressee> recipients, EnrolmentFacts facts, MessageKind kind, string key, DateTimeOffset now, CancellationToken ct) =>
        db.WriteNewAsync(recipients.Select(one => new AddresseeFacts(one.Name, one.Language, About: facts).To(one, kind, now, $"{key} {one.Account.Value:N}")), ct);

    private static async Task<int> WriteNewAsync(this TrainingDbContext db, IEnumerable<OutboxMessage> messages, CancellationToken ct)
    {
        var keyed = messages.ToDictionary(message => message.Key!);
        var told = await db.OutboxMessages.Where(m => keyed.Keys.Contains(m.Key!)).Select(m => m.Key!).ToListAsync(ct);
        var news = keyed.Values.ExceptBy(told, message => message.Key).ToList();
        db.AddRange(news);
        await db.SaveChangesAsync(ct);
        return news.Count;
    }
}
