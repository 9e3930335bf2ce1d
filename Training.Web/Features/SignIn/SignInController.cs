using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Web.Features.Shared;

namespace Training.Web.Features.SignIn;

[AllowAnonymous]
public sealed class SignInController(Texts texts) : Controller
{
    [HttpGet("/{lang:lang}/sign-in")]
    public IActionResult Index(string? returnUrl) => View(model: Url.IsLocalUrl(returnUrl) ? returnUrl : texts.Path(""));

    [HttpPost("/{lang:lang}/sign-out")]
    public async Task<IActionResult> Leave()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Redirect(texts.Path(""));
    }
}
