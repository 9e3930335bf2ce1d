using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.AccessRequests;

/// <summary>Somebody without an invitation asks for access, and sees there what became of it.</summary>
[Route("/{lang:lang}/access-request")]
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class AskForAccessController(TrainingDbContext db, Texts texts, AskForAccess ask) : Controller
{
    private const string AskView = "/Features/AccessRequests/Ask.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(AskView, await PageAsync(null, ct));

    [HttpPost("")]
    public async Task<IActionResult> Index([FromForm] AccessRequestForm form, CancellationToken ct)
    {
        var page = await PageAsync(form, ct);
        if (page.Arrival is not { } arrival)
            return View(AskView, page);

        form.Check(ModelState, texts);
        if (!ModelState.IsValid)
            return View(AskView, page);

        var outcome = await ask.HandleAsync(new(arrival.Key, form.ToFacts(texts.Language)), ct);
        if (outcome.IsRefused)
        {
            ModelState.AddModelError(outcome.Refusal is AddressUnusable ? nameof(form.Email) : "", texts.Of(outcome.Refusal));
            return View(AskView, await PageAsync(form, ct));
        }

        return Redirect(texts.Path("access-request"));
    }

    private async Task<AskForAccessPage> PageAsync(AccessRequestForm? form, CancellationToken ct) =>
        await AskForAccessPage.FindAsync(db, await Arrival.FindAsync(HttpContext), form, texts.Language, ct);
}
