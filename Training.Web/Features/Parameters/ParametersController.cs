using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Parameters;

[Route("/{lang:lang}/parameters")]
[Authorize(Policies.ManageParameters)]
public sealed class ParametersController(
    TrainingDbContext db, OfficeClock clock, Texts texts, ChangeParameter change, TryParameter tryOut, FindParameterGaps findGaps) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, CancellationToken ct) =>
        View(ParametersPage.Of(await db.ParameterBookAsync(ct), await findGaps.HandleAsync(ct), texts, q, clock.Today));

    [HttpGet("{key}")]
    public async Task<IActionResult> Parameter(string key, CancellationToken ct) =>
        View(await ParameterPage.FindAsync(db, key, ParameterForm.For(clock.Today), clock.Today, ct));

    /// <summary>Tries a change, or records it: the form has a button for each, and a change is never recorded without having been looked at.</summary>
    [HttpPost("{key}")]
    public async Task<IActionResult> Parameter(string key, [FromForm] ParameterForm form, string? lang, CancellationToken ct)
    {
        var page = await ParameterPage.FindAsync(db, key, form, clock.Today, ct);
        if (form.Lacks(texts) is { } lacks)
            return Invalid(page, lacks.Field, lacks.Message);

        var request = form.RequestFor(key);
        if (!form.Records)
        {
            var draft = await change.DraftAsync(request, ct);
            if (draft.IsRefused)
                return Invalid(page, FieldOf(draft.Refusal), texts.Of(draft.Refusal));

            var (from, to) = LastMonth();
            return View(page with { Trial = new(from, to, await tryOut.HandleAsync(new(draft.Value, from, to), ct)) });
        }

        var recorded = await change.HandleAsync(request, ct);
        if (recorded.IsRefused)
            return Invalid(page, FieldOf(recorded.Refusal), texts.Of(recorded.Refusal));

        TempData["Done"] = texts["Parameters_Recorded"];
        return RedirectToAction(nameof(Parameter), new { lang, key });
    }

    private ViewResult Invalid(ParameterPage page, string field, string message)
    {
        ModelState.Clear();
        ModelState.AddModelError(field, message);
        return View(page);
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        ValueOfAnotherKind or WordUnknown => nameof(ParameterForm.Value),
        EndsBeforeItBegins => nameof(ParameterForm.To),
        ScopeUnknown => nameof(ParameterForm.ScopeCode),
        SourceMissing => nameof(ParameterForm.Source),
        _ => nameof(ParameterForm.Reason),
    };

    private (DateOnly From, DateOnly To) LastMonth()
    {
        var first = new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddMonths(-1);
        return (first, first.AddMonths(1).AddDays(-1));
    }
}
