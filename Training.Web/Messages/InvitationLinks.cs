using Microsoft.AspNetCore.DataProtection;
using Training.Domain.Accounts;

namespace Training.Web.Messages;

/// <summary>
/// Signs the link with which an invitation is mailed. The outbox holds no code: without this signature the id of an invitation opens
/// nothing, and with it, it still opens the account only to whoever the provider knows under the invited address.
/// </summary>
public sealed class InvitationLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("training.invitation-links.v1");

    public string TokenFor(InvitationId invitation) => _protector.Sign(invitation.Value);

    /// <summary>The invitation that a token was made for, or nothing for what is no token of ours, such as a code that was typed.</summary>
    public InvitationId? Read(string? token) => _protector.Read(token) is { } id ? new(id) : null;
}
