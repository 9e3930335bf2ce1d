using MimeKit;

namespace Training.Web.Messages;

/// <summary>The way that letters take: to a server, or into a folder.</summary>
public interface IMailRoute : IAsyncDisposable
{
    /// <exception cref="DeliveryUnsureException">The letter may have arrived.</exception>
    Task DeliverAsync(MimeMessage letter, CancellationToken ct);
}

/// <summary>The answer was lost after the letter had been handed over.</summary>
public sealed class DeliveryUnsureException(Exception cause) : Exception("The answer of the mail server was lost.", cause);
