using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Hosting;

internal static class DemoSignIn
{
    /// <summary>Exists in demo mode only. It takes no antiforgery token, so that scripts and tests can be anybody in one request.</summary>
    public static void MapDemoSignIn(this WebApplication app)
    {
        if (SignIn.ModeOf(app.Configuration, app.Environment) != SignInMode.Demo)
            return;

        app.MapPost("/demo/sign-in", async (
            [FromForm] string? persona, [FromForm] string? returnUrl, HttpContext context, DemoPersonas personas, AccountClaims claims, Texts texts, CancellationToken ct) =>
        {
            if (await personas.AccountAsync(persona, ct) is not { } account || await claims.PrincipalAsync(account, hat: null, "Demo", ct) is not { } principal)
                return Results.BadRequest();

            // A new sign-in never continues the session of whoever was here before.
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal);
            return Results.LocalRedirect(IsLocal(returnUrl) ? returnUrl! : texts.Path(""));
        }).DisableAntiforgery().AllowAnonymous();
    }

    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/', ..] and not ['/', '\\', ..] && !address.Any(char.IsControl);
}
