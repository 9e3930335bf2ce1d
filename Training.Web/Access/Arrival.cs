using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Identity.Web;
using Training.Domain.Accounts;
using Training.Web.Hosting;

namespace Training.Web.Access;

/// <summary>Somebody who has come back from a provider: who they are there, and under which addresses they are known.</summary>
/// <param name="Scheme">The provider that vouches for them.</param>
public sealed record Arrival(string Scheme, SignInKey Key, string Name, IReadOnlyList<string> Addresses)
{
    private const string SchemeItem = ".AuthScheme";

    private static readonly string[] AddressClaims = ["email", "preferred_username", "upn", ClaimTypes.Email, ClaimTypes.Upn];

    /// <summary>Whoever has arrived in this browser in the last half hour; nothing when nobody has, or when the provider does not say enough.</summary>
    public static async Task<Arrival?> FindAsync(HttpContext context)
    {
        var session = await context.AuthenticateAsync(SignInProvider.ArrivalScheme);
        if (!session.Succeeded || session.Properties.Items[SchemeItem] is not { } scheme || KeyOf(session.Principal, scheme) is not { } key)
            return null;

        var addresses = AddressClaims.Select(claim => session.Principal.FindFirstValue(claim)).OfType<string>().Where(value => value.Contains('@')).ToList();
        return new Arrival(scheme, key, session.Principal.FindFirstValue("name") ?? addresses.FirstOrDefault() ?? "", addresses);
    }

    // The scheme decides, not the token: another issuer that writes tid and oid into its tokens is nobody of that tenant.
    private static SignInKey? KeyOf(ClaimsPrincipal principal, string scheme)
    {
        if (scheme == SignInProvider.Organisation.Scheme)
            return principal.GetTenantId() is { Length: > 0 } tenant && principal.GetObjectId() is { Length: > 0 } person ? SignInKey.Entra(tenant, person) : null;

        return (principal.FindFirst("sub") ?? principal.FindFirst(ClaimTypes.NameIdentifier)) is { Value.Length: > 0 } subject ? new SignInKey(subject.Issuer, subject.Value) : null;
    }
}
