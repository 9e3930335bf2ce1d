using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Training.Web.Messages;

/// <summary>Hands letters to an SMTP server, many over one connection.</summary>
public sealed class SmtpRoute(MailOptions mail) : IMailRoute
{
    private readonly SmtpClient _client = new() { Timeout = 30_000 };

    public async Task DeliverAsync(MimeMessage letter, CancellationToken ct)
    {
        if (!_client.IsConnected)
            await ConnectAsync(ct);

        try
        {
            await _client.SendAsync(letter, ct);
        }
        catch (Exception cut) when (cut is IOException or ProtocolException or TimeoutException)
        {
            throw new DeliveryUnsureException(cut);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
            await _client.DisconnectAsync(quit: true);
        _client.Dispose();
    }

    private async Task ConnectAsync(CancellationToken ct)
    {
        await _client.ConnectAsync(mail.Host!, mail.Port, mail.Security switch
        {
            MailSecurity.None => SecureSocketOptions.None,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        }, ct);
        if (!string.IsNullOrEmpty(mail.User))
            await _client.AuthenticateAsync(mail.User, mail.Password ?? "", ct);
    }
}
