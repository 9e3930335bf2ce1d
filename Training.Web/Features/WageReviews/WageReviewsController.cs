using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Funding;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.WageReviews;

/// <summary>Minutes that a second source would pay as wage: a manager decides, of many at once.</summary>
[Route("/{lang:lang}/funding/reviews")]
[Authorize(Policies.ManageFunding)]
public sealed class WageReviewsController(TrainingDbContext db, Texts texts, DecideReviews decide) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] WageReviewsFilter filter, CancellationToken ct) => View(await WageReviewsPage.FindAsync(db, filter, ct));

    [HttpPost("")]
    public async Task<IActionResult> Decide([FromQuery] WageReviewsFilter filter, [FromForm] WageReviewsForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return BadRequest();

        var page = await WageReviewsPage.FindAsync(db, filter, ct);
        var problem = form.Problem(texts) ?? (form.All && form.Found != page.Found.Count ? texts.Of(new ChangedMeanwhile()) : null);
        if (problem is not null)
            return View(nameof(Index), page with { Typed = form, Refusals = [problem] });

        var chosen = form.All ? page.Found.Select(line => line.Id) : form.Review.Distinct();
        var outcome = await decide.HandleAsync(new([.. chosen.Select(AllocationReviewId.From)], form.Verdict!.Value, form.Reason!.Trim()), ct);
        if (outcome.IsRefused)
            return View(nameof(Index), page with { Typed = form, Refusals = [texts.Of(outcome.Refusal)] });

        if (outcome.Value.Decided > 0)
            TempData["Done"] = texts.Counted("WageReviews_Decided", outcome.Value.Decided);
        if (outcome.Value.Refused.Count == 0)
            return Redirect(texts.Path("funding/reviews") + filter.Query(page: 1));

        var refusals = outcome.Value.Refused.Values.GroupBy(refusal => refusal).Select(alike => texts["WageReviews_NotDecided", alike.Count(), texts.Of(alike.Key)]);
        return View(nameof(Index), (await WageReviewsPage.FindAsync(db, filter, ct)) with { Typed = form, Refusals = [.. refusals] });
    }
}
