using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Training.Domain.Accounts;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;
using Training.Web.Messages;

namespace Training.Web.Features.Acceptance;

/// <summary>Accepting an invitation: by a link, or by the code of one on paper.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class AcceptanceController(CurrentUser user, AcceptInvitation accept, AccountClaims claims, InvitationLinks links, Texts texts) : Controller
{
    [HttpGet("/{lang:lang}/invitation/{code?}")]
    public async Task<IActionResult> Index(string? code) => View(await PageAsync(code));

    [HttpPost("/{lang:lang}/invitation/{code?}")]
    public async Task<IActionResult> Accept([FromForm] string? code, CancellationToken ct)
    {
        if (await Arrival.FindAsync(HttpContext) is not { } arrival)
            return View("Index", await PageAsync(code));

        var outcome = await accept.HandleAsync(new(code, arrival.Key, arrival.Addresses, links.Read(code)), ct);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(nameof(code), texts.Of(refusal));
            return View("Index", await PageAsync(code));
        }

        await HttpContext.SignOutAsync(SignInProvider.ArrivalScheme);
        var principal = await claims.PrincipalAsync(outcome.Value, hat: null, arrival.Scheme, ct);
        if (principal is null)
            return StatusCode(StatusCodes.Status403Forbidden);

        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal);
        TempData["Done"] = texts["Invitation_Accepted"];
        return Redirect(texts.Path(""));
    }

    private async Task<AcceptancePage> PageAsync(string? code) => new(code, links.Read(code) is not null, await Arrival.FindAsync(HttpContext), user.IsSignedIn ? user.Name : null);
}
