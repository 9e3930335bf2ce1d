using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.ChangeRecords;
using Training.Domain.Persistence;

namespace Training.Domain.Messages;

public static class MessagePreferences
{
    /// <summary>What is still to be sent, or to be told by somebody.</summary>
    public static IQueryable<OutboxMessage> Unsent(this IQueryable<OutboxMessage> messages) => messages.Where(m => m.SentAt == null && m.NotWantedAt == null);

    /// <summary>What went or goes in one mail, as <see cref="OutboxMessage.MailId"/> names it.</summary>
    public static IQueryable<OutboxMessage> OfMail(this IQueryable<OutboxMessage> messages, Guid mail) => messages.Where(m => m.Id == new OutboxMessageId(mail) || m.DigestId == mail);

    public static async Task<MessageReader> ReaderAsync(this TrainingDbContext db, AccountId account, CancellationToken ct) =>
        await db.Accounts.Where(a => a.Id == account).Select(a => a.PersonId).SingleOrDefaultAsync(ct) is { } person ? new(person, null) : new(null, account);

    /// <summary>Whose choice counts for a message; nobody's where it goes to an address that is no account's.</summary>
    public static async Task<MessageReader?> ReaderAsync(this TrainingDbContext db, OutboxMessage message, CancellationToken ct) => message switch
    {
        { RecipientId: { } person } => new(person, null),
        { AccountId: { } account } => await db.ReaderAsync(account, ct),
        _ => null,
    };

    public static IQueryable<MessagePreference> Of(this IQueryable<MessagePreference> preferences, MessageReader reader) => reader.Person is { } person
        ? preferences.Where(p => p.PersonId == person)
        : preferences.Where(p => p.AccountId == reader.Account && p.AccountId != null);

    /// <summary>Changes what somebody has chosen for some kinds, and saves. What waits for a digest is looked at anew.</summary>
    internal static async Task ChangePreferencesAsync(
        this TrainingDbContext db, MessageReader reader, IReadOnlyCollection<MessageKind> kinds, Action<MessagePreference> change, CancellationToken ct)
    {
        var chosen = await db.MessagePreferences.Of(reader).Where(p => kinds.Contains(p.Kind)).ToDictionaryAsync(p => p.Kind, ct);
        foreach (var kind in kinds)
        {
            var preference = chosen.GetValueOrDefault(kind) ?? db.Add(new MessagePreference(reader, kind)).Entity;
            change(preference);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException collision) when (collision.IsCollision(entry => entry.Entity is MessagePreference or ChangeRecord))
        {
            // The reader and their mail program press the same button at the same moment: what the other kept is there now.
            db.ChangeTracker.Clear();
            await db.ChangePreferencesAsync(reader, kinds, change, ct);
            return;
        }

        await db.OutboxMessages.Unsent().To(reader, db).Where(m => kinds.Contains(m.Kind) && m.Attempts == 0 && m.NextAttemptAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, (DateTimeOffset?)null), ct);
    }

    private static IQueryable<OutboxMessage> To(this IQueryable<OutboxMessage> messages, MessageReader reader, TrainingDbContext db) => reader.Person is { } person
        ? messages.Where(m => m.RecipientId == person || db.Accounts.Any(a => a.Id == m.AccountId && a.PersonId == person))
        : messages.Where(m => m.AccountId == reader.Account && m.AccountId != null);
}
