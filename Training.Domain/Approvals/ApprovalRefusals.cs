namespace Training.Domain.Approvals;

/// <summary>The link of the mail has been used, or has expired.</summary>
public sealed record ApprovalLinkSpent : Refusal;
