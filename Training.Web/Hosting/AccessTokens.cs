using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Identity.Web;
using Training.Web.Access;

namespace Training.Web.Hosting;

/// <summary>Other systems read <c>/api/v1</c> with an access token of Microsoft Entra and the scope for what they read.</summary>
internal static class AccessTokens
{
    public const string Scheme = "Api";
    public const string Section = "SignIn:Api";

    public static AuthenticationBuilder AddAccessTokens(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        if (configuration.GetSection(Section).Exists())
        {
            authentication.AddMicrosoftIdentityWebApi(configuration.GetSection(Section), Scheme);
            authentication.Services.AddRequiredScopeAuthorization();
        }

        return authentication;
    }

    /// <summary>One policy a scope. Where no access tokens are accepted, nobody has one.</summary>
    public static AuthorizationBuilder AddScopePolicies(this AuthorizationBuilder authorization, IConfiguration configuration)
    {
        var accepted = configuration.GetSection(Section).Exists();
        foreach (var scope in ApiScopes.All)
        {
            authorization.AddPolicy(scope, who =>
            {
                if (accepted)
                    who.AddAuthenticationSchemes(Scheme).RequireScope(scope);
                else
                    who.RequireAssertion(_ => false);
            });
        }

        return authorization;
    }
}
