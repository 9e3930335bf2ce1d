using Microsoft.AspNetCore.DataProtection;

namespace Training.Web.Messages;

/// <summary>Signs the link with which a reader refuses, without signing in, messages like those of the mail that bears it.</summary>
public sealed class StopLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("training.stop-links.v1");

    /// <param name="mail">As <see cref="Domain.Messages.OutboxMessage.MailId"/> says.</param>
    public string TokenFor(Guid mail) => _protector.Sign(mail);

    public Guid? Read(string token) => _protector.Read(token);
}
