using Microsoft.AspNetCore.Authorization;
using Training.Web.Hosting;

namespace Training.Web.Access;

internal static class AccessPolicies
{
    /// <summary>One policy an ability, and for what says nothing: signed in.</summary>
    public static IServiceCollection AddAccessPolicies(this IServiceCollection services, IConfiguration configuration)
    {
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        foreach (var ability in Roles.Abilities)
            authorization.AddPolicy(ability, who => who.RequireRole(Roles.With(ability)));
        authorization.AddScopePolicies(configuration);

        return services;
    }
}
