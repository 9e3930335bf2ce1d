using Microsoft.AspNetCore.Authorization;

namespace Training.Web.Access;

internal static class AccessPolicies
{
    /// <summary>One policy an ability, and for what says nothing: signed in.</summary>
    public static IServiceCollection AddAccessPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        foreach (var ability in Roles.Abilities.Values.SelectMany(abilities => abilities).Distinct())
            authorization.AddPolicy(ability, who => who.RequireRole(Roles.With(ability)));

        return services;
    }
}
