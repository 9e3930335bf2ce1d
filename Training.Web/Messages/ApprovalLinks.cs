using Microsoft.AspNetCore.DataProtection;
using Training.Domain.Approvals;

namespace Training.Web.Messages;

/// <summary>
/// Signs the link with which an approver answers from a mail. The database holds no secret: without this signature the id of an ask
/// opens nothing, and with it, it opens that one ask while it is neither used nor expired.
/// </summary>
public sealed class ApprovalLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("training.approval-links.v1");

    public string TokenFor(ApprovalAskId ask) => _protector.Sign(ask.Value);

    /// <summary>The ask that a token was made for, or nothing for a token that is not ours.</summary>
    public ApprovalAskId? Read(string token) => _protector.Read(token) is { } id ? new(id) : null;
}
