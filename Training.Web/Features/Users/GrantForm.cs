using Training.Domain.Accounts;

namespace Training.Web.Features.Users;

/// <summary>Which role is to be granted. What the chosen role has no use for is left aside.</summary>
public sealed class GrantForm
{
    public Role? Role { get; set; }

    /// <summary>The code of an organisation.</summary>
    public string? Organisation { get; set; }

    public string? Funder { get; set; }

    public bool ShowsNames { get; set; }
}
