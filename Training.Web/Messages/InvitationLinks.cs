using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Training.Domain.Accounts;

namespace Training.Web.Messages;

/// <summary>
/// Signs the link with which an invitation is mailed. The outbox holds no code: without this signature the id of an invitation opens
/// nothing, and with it, it still opens the account only to whoever the provider knows under the invited address.
/// </summary>
public sealed class InvitationLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("training.invitation-links.v1");

    public string TokenFor(InvitationId invitation) => WebEncoders.Base64UrlEncode(_protector.Protect(invitation.Value.ToByteArray()));

    /// <summary>The invitation that a token was made for, or nothing for what is no token of ours, such as a code that was typed.</summary>
    public InvitationId? Read(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : new InvitationId(new Guid(_protector.Unprotect(WebEncoders.Base64UrlDecode(token))));
        }
        catch (Exception forged) when (forged is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
