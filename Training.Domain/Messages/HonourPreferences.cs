using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Messages;

/// <summary>What goes in one mail.</summary>
/// <param name="Digest">Under which number messages that waited for each other go; nothing for a message that goes alone.</param>
public sealed record Mail(Guid? Digest, IReadOnlyList<OutboxMessageId> Messages);

/// <summary>
/// What becomes of a message that is a service: it goes at once, waits for the next digest, goes with all that has waited, or is kept unsent. What has
/// been tried goes as it went the first time, for it may have arrived.
/// </summary>
public sealed class HonourPreferences(TrainingDbContext db, OfficeClock clock)
{
    private const int InOneMail = 100;

    /// <param name="Hour">Of the office, at which digests go.</param>
    public sealed record Request(OutboxMessageId Message, TimeOnly Hour);

    /// <returns>What goes now; nothing when the message waits or is not wanted.</returns>
    public async Task<Mail?> HandleAsync(Request request, CancellationToken ct)
    {
        var (now, message) = (clock.Now, await db.OutboxMessages.AsNoTracking().SingleAsync(m => m.Id == request.Message, ct));
        var wanted = await db.ReaderAsync(message, ct) is { } reader ? await db.MessagePreferences.Of(reader).ToDictionaryAsync(p => p.Kind, p => p.Delivery, ct) : [];
        Delivery DeliveryOf(OutboxMessage one) => wanted.GetValueOrDefault(one.Kind);

        var untouched = db.OutboxMessages.Unsent().Where(m => m.Id == message.Id && m.ClaimedAt == message.ClaimedAt);
        if (DeliveryOf(message) == Delivery.Never)
        {
            await untouched.ExecuteUpdateAsync(set => set.SetProperty(m => m.NotWantedAt, now).SetProperty(m => m.ClaimedAt, (DateTimeOffset?)null), ct);
            return null;
        }

        if (message.DigestId is { } digest)
        {
            var again = await db.OutboxMessages.AsNoTracking().Unsent().Where(m => m.DigestId == digest && m.DeadAt == null).ToListAsync(ct);
            return new Mail(digest, [.. again.Where(m => DeliveryOf(m) != Delivery.Never).Select(m => m.Id)]);
        }

        if (DeliveryOf(message) == Delivery.AtOnce || message.Attempts > 0 || message.ClaimedAt is not null)
            return new Mail(null, [message.Id]);

        var times = new DigestTimes(clock, await db.WorkingDaysAsync(ct), request.Hour);
        if (times.After(DeliveryOf(message), message.RecordedAt) is var due && due > now)
        {
            await untouched.ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, due), ct);
            return null;
        }

        var waiting = await db.OutboxMessages.AsNoTracking().Unsent()
            .Where(m => m.RecipientId == message.RecipientId && m.AccountId == message.AccountId && m.Address == message.Address)
            .Where(m => ServiceMessages.Kinds.Contains(m.Kind) && m.DeadAt == null && m.DigestId == null && m.Attempts == 0 && m.ClaimedAt == null)
            .OrderBy(m => m.RecordedAt).ThenBy(m => m.Id).ToListAsync(ct);
        return new Mail(Guid.CreateVersion7(), [.. waiting.Where(IsDue).Take(InOneMail).Select(m => m.Id)]);

        bool IsDue(OutboxMessage one) => DeliveryOf(one) is Delivery.Daily or Delivery.Weekly && times.After(DeliveryOf(one), one.RecordedAt) <= now;
    }
}
