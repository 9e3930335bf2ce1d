using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Merges;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Duplicates;

/// <summary>People and organisations that are probably known twice: for the secretariat alone, since it may see both.</summary>
[Route("/{lang:lang}/duplicates")]
[Authorize(Policies.ManagePeople)]
public sealed class DuplicatesController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, MergeTwo merge, UndoMerge undo) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await DuplicatesPage.FindAsync(db, ct));

    [HttpGet("preview")]
    public async Task<IActionResult> Preview(PairForm form, CancellationToken ct) => View(await merge.ForecastAsync(new(form.Kind, form.From, form.Into), ct));

    [HttpPost("merge")]
    public async Task<IActionResult> Merge([FromForm] PairForm form, CancellationToken ct)
    {
        var outcome = await merge.HandleAsync(new(form.Kind, form.From, form.Into), ct);
        TempData[outcome.IsRefused ? "Refused" : "Done"] = outcome.IsRefused ? texts.Of(outcome.Refusal) : texts["Duplicates_Merged"];
        return Redirect(texts.Path("duplicates"));
    }

    /// <summary>They resemble each other and are two: they are proposed no more.</summary>
    [HttpPost("distinct")]
    public async Task<IActionResult> Distinct([FromForm] PairForm form, CancellationToken ct)
    {
        var pair = new DistinctPair(form.From, form.Into, user.Name, clock.Now);
        if (form.From != form.Into && !await db.DistinctPairs.AnyAsync(p => p.FirstId == pair.FirstId && p.SecondId == pair.SecondId, ct))
        {
            db.Add(pair);
            await db.SaveChangesAsync(ct);
        }

        TempData["Done"] = texts["Duplicates_AreTwo"];
        return Redirect(texts.Path("duplicates"));
    }

    [HttpPost("undo")]
    public async Task<IActionResult> Undo(Guid id, CancellationToken ct)
    {
        var outcome = await undo.HandleAsync(new(new MergeId(id)), ct);
        TempData[outcome.IsRefused ? "Refused" : "Done"] = outcome.IsRefused ? texts.Of(outcome.Refusal) : texts["Duplicates_Undone"];
        return Redirect(texts.Path("duplicates"));
    }
}
