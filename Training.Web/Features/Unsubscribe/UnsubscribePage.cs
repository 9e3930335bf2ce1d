using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;

namespace Training.Web.Features.Unsubscribe;

/// <summary>What a mail held that can be refused, and whether it is. The name of its reader is for the record: whoever was forwarded the mail does not see it.</summary>
public sealed record UnsubscribePage(string Token, string Reader, IReadOnlyList<MessageKind> Kinds, bool IsStopped)
{
    public bool WasTakenBack { get; init; }

    /// <returns>Nothing when the mail is no longer known, or held nothing that can be refused.</returns>
    public static async Task<UnsubscribePage?> FindAsync(TrainingDbContext db, string token, Guid mail, CancellationToken ct)
    {
        var held = (await db.OutboxMessages.AsNoTracking().OfMail(mail).ToListAsync(ct)).FindAll(message => message.Kind.IsService);
        if (held is not [var first, ..] || await db.ReaderAsync(first, ct) is not { } reader)
            return null;

        List<MessageKind> kinds = [.. held.Select(message => message.Kind).Distinct()];
        var refused = await db.MessagePreferences.Of(reader).CountAsync(p => kinds.Contains(p.Kind) && p.Delivery == Delivery.Never, ct);
        var name = reader.Person is { } person
            ? (await db.People.AsNoTracking().SingleAsync(p => p.Id == person, ct)).FullName
            : await db.Accounts.Where(a => a.Id == reader.Account).Select(a => a.Name).SingleAsync(ct);
        return new UnsubscribePage(token, name, kinds, refused == kinds.Count);
    }
}
