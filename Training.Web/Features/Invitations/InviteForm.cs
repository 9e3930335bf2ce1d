namespace Training.Web.Features.Invitations;

/// <summary>Who is to be invited, and how: by e-mail to an address, or on paper.</summary>
public sealed class InviteForm
{
    public Guid Person { get; set; }

    public string? Address { get; set; }

    public bool OnPaper { get; set; }

    /// <summary>What the list was searched for, so that it stays.</summary>
    public string? Q { get; set; }
}
