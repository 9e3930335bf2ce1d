using MimeKit;

namespace Training.Web.Messages;

/// <summary>Leaves letters in a folder. A letter that is delivered twice is one file: it bears the message's id.</summary>
public sealed class PickupRoute(MailOptions mail, IHostEnvironment environment) : IMailRoute
{
    // Whoever collects the folder never sees half a letter.
    public async Task DeliverAsync(MimeMessage letter, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, mail.Pickup)).FullName;
        var path = Path.Combine(folder, $"{letter.MessageId!.Split('@')[0]}.eml");
        var part = $"{path}.{Guid.CreateVersion7():N}.part";
        await letter.WriteToAsync(part, ct);
        File.Move(part, path, overwrite: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
