using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Messages;

internal static class TellingOnce
{
    /// <summary>Writes a message to everybody who has not had it yet, and saves.</summary>
    /// <param name="key">What is told, in fewer than 67 signs: with the recipient it is told once.</param>
    /// <returns>How many were written.</returns>
    public static async Task<int> TellOnceAsync(
        this TrainingDbContext db, IEnumerable<PersonId> recipients, EnrolmentFacts facts, MessageKind kind, string key, DateTimeOffset now, CancellationToken ct)
    {
        var keyed = recipients.Distinct().ToDictionary(person => $"{key} {person.Value:N}");
        var keys = keyed.Keys.ToList();
        var told = (await db.OutboxMessages.Where(m => keys.Contains(m.Key!)).Select(m => m.Key!).ToListAsync(ct)).ToHashSet();
        var news = keyed.Where(one => !told.Contains(one.Key)).Select(one => facts.To(one.Value, kind, now, one.Key)).ToList();
        db.AddRange(news);
        await db.SaveChangesAsync(ct);
        return news.Count;
    }
}
