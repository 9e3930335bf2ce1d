using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Charges;
using Training.Reports.Words;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Charges;

[Route("/{lang:lang}/charges")]
[Authorize(Policies.EnrolColleagues)]
public sealed class ChargesController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, WaiveCharge waive, AddressCharge address) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await PageAsync(ct));

    /// <summary>The lines for the accounting system; this product makes no invoice.</summary>
    [HttpGet("/{lang:lang}/charges.csv")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Csv(DateOnly? from, DateOnly? to, CancellationToken ct) => File(
        ChargesCsv.Write(await ChargesPage.LinesAsync(db, user.Reader, clock, from, to, texts.Language, ct), Wording.In(texts.Language)),
        "text/csv; charset=utf-8", "charges.csv");

    [HttpPost("{id:guid}/address")]
    public async Task<IActionResult> Address(Guid id, [FromForm] ChargeForm form, CancellationToken ct) => await AnswerAsync(
        form, () => address.HandleAsync(new(new EnrolmentId(id), ChargeForm.Worded(form.BillingEntity), ChargeForm.Worded(form.OrderNumber), user.Reader), ct), "Charges_Addressed", ct);

    [HttpPost("{id:guid}/waive")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Waive(Guid id, [FromForm] ChargeForm form, CancellationToken ct) =>
        await AnswerAsync(form, () => waive.HandleAsync(new(new EnrolmentId(id), form.Reason), ct), "Charges_Waived", ct);

    private async Task<IActionResult> AnswerAsync(ChargeForm form, Func<Task<Outcome<Done>>> act, string done, CancellationToken ct)
    {
        if (form.Complaint() is { } complaint)
            return View(nameof(Index), (await PageAsync(ct)) with { Refused = texts[complaint] });

        var outcome = await act();
        if (outcome.IsRefused)
            return View(nameof(Index), (await PageAsync(ct)) with { Refused = texts.Of(outcome.Refusal) });

        TempData["Done"] = texts[done];
        return Redirect(texts.Path("charges"));
    }

    private Task<ChargesPage> PageAsync(CancellationToken ct) => ChargesPage.FindAsync(db, user.Reader, user.Can(Policies.ManageSessions), ct);
}
