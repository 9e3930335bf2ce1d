using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Web.Messages;

/// <summary>
/// Words what the outbox holds and hands it over. Each message is taken in hand by one sender, and what fails is tried again after growing
/// pauses. Where a sender was lost between the server's acceptance and our note of it, the message goes out again under the same Message-ID
/// and bears a mark that it may have arrived twice. At night only a cancellation of what begins the same day goes out; on hold, nothing does.
/// </summary>
public sealed class SendMessages(TrainingDbContext db, OfficeClock clock, MessageWriter writer, IMailRoute route, MailOptions mail)
{
    private const int AtOnce = 100;

    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(10);

    public async Task HandleAsync(CancellationToken ct)
    {
        if (await db.JobPauses.AnyAsync(pause => pause.Job == JobPause.Everything, ct))
            return;

        while (await DueAsync(ct) is { Count: > 0 } due)
        {
            var taken = 0;
            foreach (var id in due)
                taken += await SendAsync(id, ct) ? 1 : 0;
            if (taken == 0)
                return;
        }
    }

    private async Task<List<OutboxMessageId>> DueAsync(CancellationToken ct)
    {
        var (now, lostBefore) = (clock.Now, clock.Now - LostAfter);
        var due = db.OutboxMessages
            .Where(m => m.SentAt == null && m.DeadAt == null && (m.NextAttemptAt == null || m.NextAttemptAt <= now) && (m.ClaimedAt == null || m.ClaimedAt < lostBefore))
            .OrderBy(m => m.RecordedAt).ThenBy(m => m.Id);
        if (!mail.IsQuiet(TimeOnly.FromDateTime(clock.LocalNow)))
            return await due.Select(m => m.Id).Take(AtOnce).ToListAsync(ct);

        var cancelled = await due.Where(m => m.Kind == MessageKind.SessionCancelled).Select(m => new { m.Id, m.Facts }).ToListAsync(ct);
        return [.. cancelled.Where(m => IsToday(EnrolmentFacts.Read(m.Facts))).Select(m => m.Id).Take(AtOnce)];
    }

    private bool IsToday(EnrolmentFacts facts) => facts.FirstDay == clock.Today || facts.Invited?.Include(clock.Today) == true;

    private async Task<bool> SendAsync(OutboxMessageId id, CancellationToken ct)
    {
        var (now, lostBefore) = (clock.Now, clock.Now - LostAfter);
        var claimed = await db.OutboxMessages
            .Where(m => m.Id == id && m.SentAt == null && m.DeadAt == null && (m.ClaimedAt == null || m.ClaimedAt < lostBefore))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.MayBeTwice, m => m.MayBeTwice || m.ClaimedAt != null).SetProperty(m => m.ClaimedAt, now), ct);
        if (claimed == 0)
            return false;

        db.ChangeTracker.Clear();
        var message = await db.OutboxMessages.SingleAsync(m => m.Id == id, ct);
        var recipient = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == message.RecipientId, ct);
        if (recipient is { Email: null or "" })
        {
            message.MarkDead("no address", clock.Now);
        }
        else
        {
            try
            {
                await route.DeliverAsync(recipient is null ? writer.WriteToAddress(message) : writer.Write(message, recipient), ct);
                message.MarkSent(clock.Now);
            }
            catch (DeliveryUnsureException unsure)
            {
                message.MarkFailed(NameOf(unsure), clock.Now, mayHaveArrived: true);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                message.MarkFailed(NameOf(failure), clock.Now);
            }
        }

        // Once the server has it, a stop of this process does not keep us from noting it.
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    // What the server says may quote the address: its code is enough.
    private static string NameOf(Exception failure) => failure switch
    {
        SmtpCommandException refused => $"SMTP {(int)refused.StatusCode}",
        { InnerException: { } inner } => $"{failure.GetType().Name} ({inner.GetType().Name})",
        _ => failure.GetType().Name,
    };
}
