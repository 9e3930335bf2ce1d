using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Funding;

/// <summary>Grants, what they pay, and what has been claimed.</summary>
[Route("/{lang:lang}/funding")]
[Authorize(Policies.ManageFunding)]
public sealed class FundingController(
    TrainingDbContext db, OfficeClock clock, Texts texts, AllocateMinutes allocate, AllocateByHand byHand, ClaimGrant claim, DefineGrant define,
    RestateGrant restate, ChangeDeadline changeDeadline) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await FundingPage.FindAsync(db, clock.Today, ct));

    [HttpGet("grants/{code}")]
    public async Task<IActionResult> Grant(string code, CancellationToken ct) => View(await GrantPage.FindAsync(db, code.Trim(), clock.Today, ct));

    [HttpGet("grants/{code}/claims/{number:int}")]
    public async Task<IActionResult> Claim(string code, int number, int page, CancellationToken ct) => View(await ClaimPage.FindAsync(db, await FindAsync(code, ct), number, page, ct));

    [HttpPost("grants/{code}/claims")]
    public async Task<IActionResult> Claim(string code, DateOnly? upTo, CancellationToken ct)
    {
        var grant = await FindAsync(code, ct);
        if (upTo is not { } day)
            return View(nameof(Grant), (await GrantPage.FindAsync(db, grant.Code, clock.Today, ct)) with { Refusal = texts["Funding_DateMissing"] });

        var outcome = await claim.HandleAsync(new(grant.Id, day), ct);
        if (outcome.IsRefused)
            return View(nameof(Grant), (await GrantPage.FindAsync(db, grant.Code, clock.Today, ct)) with { Refusal = texts.Of(outcome.Refusal) });

        TempData["Done"] = texts["Funding_Claimed", outcome.Value.Number, Show.Minutes(outcome.Value.Minutes)];
        return Redirect(texts.Path($"funding/grants/{grant.Code}"));
    }

    /// <summary>What an allocation by the rules of priority would write, before it is written.</summary>
    [HttpGet("preview")]
    public async Task<IActionResult> Preview(CancellationToken ct)
    {
        var plan = await allocate.HandleAsync(new(IsPreview: true), ct);
        return View(await PreviewPage.FindAsync(db, plan.Value!, ct));
    }

    [HttpPost("allocate")]
    public async Task<IActionResult> Allocate(CancellationToken ct)
    {
        var outcome = await allocate.HandleAsync(new(IsPreview: false), ct);
        TempData[outcome.IsRefused ? "Refused" : "Done"] = outcome.IsRefused
            ? texts.Of(outcome.Refusal)
            : texts["Funding_Allocated", Show.Minutes(outcome.Value.Lines.Sum(share => share.Minutes)), outcome.Value.Reviews.Count];
        return Redirect(texts.Path("funding"));
    }

    [HttpGet("grants/{code}/sessions/{session}")]
    public async Task<IActionResult> Minutes(string code, string session, CancellationToken ct) =>
        View(await MinutesPage.FindAsync(db, code.Trim(), session.AsCode(), ct));

    [HttpPost("grants/{code}/sessions/{session}")]
    public async Task<IActionResult> Minutes(string code, string session, ByHandForm form, CancellationToken ct)
    {
        var grant = await FindAsync(code, ct);
        var refusal = form.Problem(texts);
        if (refusal is null)
        {
            var outcome = await byHand.HandleAsync(new(grant.Id, new EnrolmentId(form.Enrolment), new TeachingSlotId(form.Slot), form.ReadMinutes!.Value, form.Reason!.Trim()), ct);
            if (!outcome.IsRefused)
            {
                TempData["Done"] = texts[$"Funding_ByHand_{outcome.Value}"];
                return Redirect(texts.Path($"funding/grants/{grant.Code}/sessions/{session.AsCode()}"));
            }

            refusal = texts.Of(outcome.Refusal);
        }

        db.ChangeTracker.Clear();
        return View((await MinutesPage.FindAsync(db, grant.Code, session.AsCode(), ct)) with { Typed = form, Refusal = refusal });
    }

    [HttpGet("define")]
    public async Task<IActionResult> Define(CancellationToken ct) => View(await GrantFormPage.FindAsync(db, new GrantForm(), grant: null, ct));

    [HttpPost("define")]
    public async Task<IActionResult> Define(GrantForm form, CancellationToken ct)
    {
        form.CheckNew(ModelState, texts);
        return ModelState.IsValid
            ? await AnswerAsync(form, grant: null, await define.HandleAsync(new(form.Code!.AsCode(), form.Programme!, form.ToTerms(), form.ToDeadlines()), ct), ct)
            : View(await GrantFormPage.FindAsync(db, form, grant: null, ct));
    }

    [HttpGet("grants/{code}/terms")]
    public async Task<IActionResult> Terms(string code, CancellationToken ct)
    {
        var grant = await FindAsync(code, ct);
        return View(nameof(Define), await GrantFormPage.FindAsync(db, GrantForm.Of(grant), grant, ct));
    }

    [HttpPost("grants/{code}/terms")]
    public async Task<IActionResult> Terms(string code, [FromForm] GrantForm form, CancellationToken ct)
    {
        var grant = await FindAsync(code, ct);
        form.Check(ModelState, texts);
        return ModelState.IsValid
            ? await AnswerAsync(form, grant, await restate.HandleAsync(new(grant.Id, form.ToTerms(), form.ToDeadlines()), ct), ct)
            : View(nameof(Define), await GrantFormPage.FindAsync(db, form, grant, ct));
    }

    [HttpPost("grants/{code}/deadlines/{id:guid}")]
    public async Task<IActionResult> Deadline(string code, Guid id, [FromForm] DeadlineForm form, CancellationToken ct)
    {
        var grant = await FindAsync(code, ct);
        if (form.Problem(texts) is { } problem)
            return View(nameof(Grant), (await GrantPage.FindAsync(db, grant.Code, clock.Today, ct)) with { Refusal = problem, Typed = (id, form) });

        await changeDeadline.HandleAsync(new(grant.Id, new GrantDeadlineId(id), form.ToWanted()), ct);
        TempData["Done"] = texts["Funding_GrantSaved"];
        return Redirect(texts.Path($"funding/grants/{grant.Code}"));
    }

    private async Task<IActionResult> AnswerAsync(GrantForm form, Grant? grant, Outcome<Grant> outcome, CancellationToken ct)
    {
        if (outcome.IsRefused)
        {
            ModelState.AddModelError(GrantForm.FieldOf(outcome.Refusal), texts.Of(outcome.Refusal));
            return View(nameof(Define), await GrantFormPage.FindAsync(db, form, grant, ct));
        }

        TempData["Done"] = texts["Funding_GrantSaved"];
        return Redirect(texts.Path($"funding/grants/{outcome.Value.Code}"));
    }

    private Task<Grant> FindAsync(string code, CancellationToken ct)
    {
        var wanted = code.Trim();
        return db.Grants.AsNoTracking().Where(g => g.Code == wanted).OneAsync(ct);
    }
}
