using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Funding;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Funders;

/// <summary>Funders and their programmes, as managers enter and name them.</summary>
[Route("/{lang:lang}/funding")]
[Authorize(Policies.ManageFunding)]
public sealed class FundersController(TrainingDbContext db, Texts texts, KeepFunder keepFunder, KeepProgramme keepProgramme) : Controller
{
    [HttpGet("funders")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await FundersPage.FindAsync(db, refused: null, ct));

    [HttpPost("funders")]
    public async Task<IActionResult> Funder([FromForm] FunderForm form, CancellationToken ct)
    {
        form.CheckNew(ModelState, texts);
        return await AnswerAsync(FunderFields.NewFunder, form, () => keepFunder.HandleAsync(new(form.Code!.AsCode(), form.ToName(), IsNew: true), ct), ct);
    }

    [HttpPost("funders/{code}")]
    public async Task<IActionResult> Funder(string code, [FromForm] FunderForm form, CancellationToken ct)
    {
        form.Check(ModelState, texts);
        return await AnswerAsync($"funders/{code}", form, () => keepFunder.HandleAsync(new(code, form.ToName(), IsNew: false), ct), ct);
    }

    [HttpPost("programmes")]
    public async Task<IActionResult> Programme([FromForm] FunderForm form, CancellationToken ct)
    {
        form.CheckNew(ModelState, texts);
        ModelState.Require(nameof(form.Funder), form.Funder, Domain.Funding.Funder.CodeMaxLength, texts);
        return await AnswerAsync(FunderFields.NewProgramme, form, () => keepProgramme.HandleAsync(new(form.Code!.AsCode(), form.Funder, form.ToName()), ct), ct);
    }

    [HttpPost("programmes/{code}")]
    public async Task<IActionResult> Programme(string code, [FromForm] FunderForm form, CancellationToken ct)
    {
        form.Check(ModelState, texts);
        return await AnswerAsync($"programmes/{code}", form, () => keepProgramme.HandleAsync(new(code, FunderCode: null, form.ToName()), ct), ct);
    }

    private async Task<IActionResult> AnswerAsync(string path, FunderForm form, Func<Task<Outcome<Done>>> keep, CancellationToken ct)
    {
        var outcome = ModelState.IsValid ? await keep() : (Outcome<Done>?)null;
        if (outcome is { IsRefused: false })
        {
            TempData["Done"] = texts["Funders_Saved"];
            return Redirect(texts.Path("funding/funders"));
        }

        if (outcome is { IsRefused: true } refused)
            ModelState.AddModelError(nameof(form.Code), texts.Of(refused.Refusal));
        return View(nameof(Index), await FundersPage.FindAsync(db, (path, form), ct));
    }
}
