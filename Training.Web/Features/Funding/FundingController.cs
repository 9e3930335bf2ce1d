using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.People;
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
    TrainingDbContext db, OfficeClock clock, Texts texts, AllocateMinutes allocate, AllocateByHand byHand, ClaimGrant claim, DecideReview decide, DefineGrant define) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await FundingPage.FindAsync(db, clock.Today, ct));

    [HttpGet("grants/{code}")]
    public async Task<IActionResult> Grant(string code, CancellationToken ct) => View(await GrantPage.FindAsync(db, code.Trim(), clock.Today, ct));

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
        var refusal = form.Problem(ModelState, texts);
        if (refusal is null)
        {
            var outcome = await byHand.HandleAsync(new(grant.Id, new EnrolmentId(form.Enrolment), new TeachingSlotId(form.Slot), form.Minutes!.Value, form.Reason!), ct);
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

    [HttpGet("reviews")]
    public async Task<IActionResult> Reviews(CancellationToken ct) => View(await ReviewsPage.FindAsync(db, ct));

    [HttpPost("reviews/{id:guid}")]
    public async Task<IActionResult> Decide(Guid id, ReviewVerdict verdict, string? reason, CancellationToken ct)
    {
        var refusal = NationalNumberDetector.IsIn(reason) ? texts["NationalNumberFound"] : null;
        if (refusal is null)
        {
            var outcome = await decide.HandleAsync(new(new AllocationReviewId(id), verdict, reason ?? ""), ct);
            refusal = outcome.IsRefused ? texts.Of(outcome.Refusal) : null;
        }

        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            return View(nameof(Reviews), (await ReviewsPage.FindAsync(db, ct)) with { Refused = id, Typed = reason, Refusal = refusal });
        }

        TempData["Done"] = texts["Funding_ReviewDecided"];
        return Redirect(texts.Path("funding/reviews"));
    }

    [HttpGet("define")]
    public async Task<IActionResult> Define(string? code, CancellationToken ct) =>
        View(await GrantFormPage.FindAsync(db, string.IsNullOrWhiteSpace(code) ? new GrantForm() : await GrantForm.OfAsync(db, code.Trim(), ct), ct));

    [HttpPost("define")]
    public async Task<IActionResult> Define(GrantForm form, CancellationToken ct)
    {
        form.Check(ModelState, texts);
        if (ModelState.IsValid)
        {
            var outcome = await define.HandleAsync(form.ToRequest(), ct);
            if (!outcome.IsRefused)
            {
                TempData["Done"] = texts["Funding_GrantSaved"];
                return Redirect(texts.Path($"funding/grants/{outcome.Value.Code}"));
            }

            ModelState.AddModelError(nameof(form.Code), texts.Of(outcome.Refusal));
        }

        db.ChangeTracker.Clear();
        return View(await GrantFormPage.FindAsync(db, form, ct));
    }

    private Task<Grant> FindAsync(string code, CancellationToken ct)
    {
        var wanted = code.Trim();
        return db.Grants.AsNoTracking().Where(g => g.Code == wanted).OneAsync(ct);
    }
}
