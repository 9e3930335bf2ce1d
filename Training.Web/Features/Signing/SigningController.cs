using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Attendance.Sheets;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Signing;

/// <summary>Participants sign for their half-days on their own screen, under their own sign-in.</summary>
[Route("/{lang:lang}/sign")]
[Authorize(Policies.OwnFile)]
public sealed class SigningController(TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await HalfDaysToSign.FindAsync(db, Self, clock.Today, ct));

    /// <summary>One's own half-day, by the code that its sheet bears.</summary>
    [HttpGet("{code}")]
    public async Task<IActionResult> Sign(string code, CancellationToken ct) => View(await SignPage.FindAsync(db, Self, code, ct));

    [HttpPost("{code}")]
    public async Task<IActionResult> Sign(string code, [FromForm] string? path, [FromServices] SignHalfDay sign, CancellationToken ct)
    {
        var signed = await sign.HandleAsync(new(code, Self, path), ct);
        if (signed.IsRefused)
            return View(await SignPage.FindAsync(db, Self, code, ct) with { Refusal = texts.Of(signed.Refusal) });

        TempData["Done"] = texts["Sign_Done"];
        return Redirect(texts.Path($"sign/{code}"));
    }

    private PersonId Self => user.Person ?? throw new NotFoundException(nameof(Person));
}
