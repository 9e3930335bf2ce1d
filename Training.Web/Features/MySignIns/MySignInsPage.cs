using Training.Domain.Accounts;

namespace Training.Web.Features.MySignIns;

public sealed record MySignInsPage(IReadOnlyList<SignInIdentity> Identities)
{
    /// <summary>What was typed and refused.</summary>
    public string? Address { get; init; }
}
