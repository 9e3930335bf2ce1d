using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Hats;

/// <summary>The switch in the header of the page: which of one's hats is on.</summary>
public sealed class HatsController(CurrentUser user, AccountClaims claims, Texts texts) : Controller
{
    [HttpPost("/{lang:lang}/hat")]
    public async Task<IActionResult> Wear([FromForm] string? hat, CancellationToken ct)
    {
        if (hat is null || !user.Hats.Contains(hat))
            return NotFound();

        var session = await HttpContext.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var principal = await claims.PrincipalAsync(user.Account!.Value, hat, User.Identity!.AuthenticationType!, ct);
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal!, session.Properties);
        return Redirect(texts.Path(""));
    }
}
