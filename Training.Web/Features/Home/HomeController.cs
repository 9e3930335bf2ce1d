using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Home;

[AllowAnonymous]
public sealed class HomeController(Texts texts) : Controller
{
    [HttpGet("/")]
    public IActionResult Welcome() => Redirect(texts.Path(""));

    [HttpGet("/{lang:lang}")]
    public IActionResult Index() => View();

    [HttpGet("/{lang:lang}/accessibility")]
    public IActionResult Accessibility() => View();

    [HttpGet("/{lang:lang}/privacy")]
    public IActionResult Privacy() => View();
}
