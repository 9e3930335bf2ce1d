using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Messages;

/// <summary>Refuses, from a mail, messages of the kinds that it held; or takes that back.</summary>
public sealed class StopMessages(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="Mail">As <see cref="OutboxMessage.MailId"/> says.</param>
    public sealed record Request(Guid Mail, bool TakeBack = false);

    public async Task HandleAsync(Request request, CancellationToken ct)
    {
        var held = await db.OutboxMessages.AsNoTracking().OfMail(request.Mail).ToListAsync(ct);
        if (held is not [var first, ..] || await db.ReaderAsync(first, ct) is not { } reader)
            throw new NotFoundException(nameof(OutboxMessage));

        await db.ChangePreferencesAsync(
            reader, [.. held.Select(m => m.Kind).Where(kind => kind.IsService).Distinct()],
            preference =>
            {
                if (request.TakeBack)
                    preference.TakeBack(clock.Now);
                else
                    preference.Refuse(clock.Now);
            }, ct);
    }
}
