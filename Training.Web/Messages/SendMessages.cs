using Microsoft.EntityFrameworkCore;
using MimeKit;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Messages;

/// <summary>Words what the outbox holds and leaves it in the pickup folder. A message sent twice is one file: its name is the message's id.</summary>
public sealed class SendMessages(TrainingDbContext db, OfficeClock clock, MessageWriter writer, MailOptions mail, IHostEnvironment environment)
{
    private const int AtOnce = 100;
    private const int MaxAttempts = 5;

    public async Task HandleAsync(CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, mail.Pickup)).FullName;
        while (true)
        {
            var due = await db.OutboxMessages.Where(m => m.SentAt == null && m.Attempts < MaxAttempts).OrderBy(m => m.RecordedAt).ThenBy(m => m.Id).Take(AtOnce).ToListAsync(ct);
            if (due.Count == 0)
                return;

            var ids = due.Select(m => m.RecipientId).Distinct().ToList();
            var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
            foreach (var message in due)
            {
                var recipient = people[message.RecipientId];
                if (string.IsNullOrEmpty(recipient.Email))
                {
                    message.MarkFailed("no address");
                    continue;
                }

                await WriteAsync(writer.Write(message, recipient), Path.Combine(folder, $"{message.Id.Value:N}.eml"), ct);
                message.MarkSent(clock.Now);
            }

            await db.SaveChangesAsync(ct);
        }
    }

    // Whoever collects the folder never sees half a message.
    private static async Task WriteAsync(MimeMessage message, string path, CancellationToken ct)
    {
        var part = $"{path}.{Guid.CreateVersion7():N}.part";
        await message.WriteToAsync(part, ct);
        File.Move(part, path, overwrite: true);
    }
}
