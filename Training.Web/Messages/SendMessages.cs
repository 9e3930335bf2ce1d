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
/// What is a service goes as its reader wants it; a digest is one mail in all of this.
/// </summary>
public sealed class SendMessages(TrainingDbContext db, OfficeClock clock, HonourPreferences honour, MessageWriter writer, IMailRoute route, MailOptions options)
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
            foreach (var (id, kind) in due)
                taken += await SendAsync(id, kind, ct) ? 1 : 0;
            if (taken == 0)
                return;
        }
    }

    private async Task<IReadOnlyList<(OutboxMessageId Id, MessageKind Kind)>> DueAsync(CancellationToken ct)
    {
        var due = Due().OrderBy(m => m.RecordedAt).ThenBy(m => m.Id);
        if (!options.IsQuiet(TimeOnly.FromDateTime(clock.LocalNow)))
            return [.. (await due.Select(m => new { m.Id, m.Kind }).Take(AtOnce).ToListAsync(ct)).Select(m => (m.Id, m.Kind))];

        var cancelled = await due.Where(m => m.Kind == MessageKind.SessionCancelled).Select(m => new { m.Id, m.Kind, m.Facts }).ToListAsync(ct);
        return [.. cancelled.Where(m => IsToday(EnrolmentFacts.Read(m.Facts))).Select(m => (m.Id, m.Kind)).Take(AtOnce)];
    }

    private IQueryable<OutboxMessage> Due()
    {
        var (now, lostBefore) = (clock.Now, clock.Now - LostAfter);
        return db.OutboxMessages.Unsent().Where(m => m.DeadAt == null && (m.NextAttemptAt == null || m.NextAttemptAt <= now) && (m.ClaimedAt == null || m.ClaimedAt < lostBefore));
    }

    private bool IsToday(EnrolmentFacts facts) => facts.FirstDay == clock.Today || facts.Invited?.Include(clock.Today) == true;

    private async Task<bool> SendAsync(OutboxMessageId id, MessageKind kind, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var mail = kind.IsService ? await honour.HandleAsync(new(id, options.DigestAt), ct) : new Mail(null, [id]);
        if (mail is null)
            return true;
        if (!await TakeInHandAsync(mail, ct))
            return false;

        var messages = await db.OutboxMessages.Where(m => mail.Messages.Contains(m.Id)).OrderBy(m => m.RecordedAt).ThenBy(m => m.Id).ToListAsync(ct);
        var recipient = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == messages[0].RecipientId, ct);
        if (recipient is { Email: null or "" })
        {
            messages.ForEach(message => message.MarkDead("no address", clock.Now));
        }
        else
        {
            try
            {
                await route.DeliverAsync(writer.Write(messages, recipient), ct);
                messages.ForEach(message => message.MarkSent(clock.Now));
            }
            catch (DeliveryUnsureException unsure)
            {
                messages.ForEach(message => message.MarkFailed(NameOf(unsure), clock.Now, mayHaveArrived: true));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                messages.ForEach(message => message.MarkFailed(NameOf(failure), clock.Now));
            }
        }

        // Once the server has it, a stop of this process does not keep us from noting it.
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    // All of a mail or nothing: where another sender has a part of it, that one sends it.
    private async Task<bool> TakeInHandAsync(Mail mail, CancellationToken ct)
    {
        var now = clock.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var taken = await Due().Where(m => mail.Messages.Contains(m.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.MayBeTwice, m => m.MayBeTwice || m.ClaimedAt != null).SetProperty(m => m.ClaimedAt, now).SetProperty(m => m.DigestId, mail.Digest), ct);
        if (taken == 0 || taken < mail.Messages.Count)
            return false;

        await transaction.CommitAsync(ct);
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
