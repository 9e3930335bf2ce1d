using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Persistence;
using Training.Domain.Retention;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Retention;

/// <summary>What may be destroyed, and the word of the two people that it takes.</summary>
[Route("/{lang:lang}/retention")]
[Authorize(Policies.ReleaseDestruction)]
public sealed class RetentionController(TrainingDbContext db, OfficeClock clock, CurrentUser user, Texts texts, ReleaseDestruction release) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await RetentionPage.FindAsync(db, clock, user.Name, ct));

    [HttpPost("{id:guid}/release")]
    public async Task<IActionResult> Release(Guid id, CancellationToken ct)
    {
        var outcome = await release.HandleAsync(new(new DestructionListId(id)), ct);
        if (outcome.IsRefused)
            TempData["Refused"] = texts.Of(outcome.Refusal);
        else
            TempData["Done"] = texts[outcome.Value ? "Retention_Destroyed" : "Retention_Released"];
        return Redirect(texts.Path("retention"));
    }
}
