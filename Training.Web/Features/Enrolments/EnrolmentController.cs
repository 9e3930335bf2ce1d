using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>What can be done about one enrolment, by the person, the employer or the secretariat.</summary>
[Route("/{lang:lang}/enrolments/{id:guid}")]
public sealed class EnrolmentController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, EnrolmentForecasts forecasts, WithdrawEnrolment withdraw,
    ReplaceParticipant replace, AnswerOffer answer) : Controller
{
    [HttpGet("")]
    [Authorize(Policies.ReadEnrolments)]
    public async Task<IActionResult> Show(Guid id, EnrolmentActionForm form, CancellationToken ct) => Page(await PageAsync(id, form, ct));

    [HttpPost("withdraw")]
    [Authorize(Policies.ChangeEnrolments)]
    public async Task<IActionResult> Withdraw(Guid id, [FromForm] EnrolmentActionForm form, CancellationToken ct)
    {
        if (await ComplaintAsync(id, form, ct) is { } complaint)
            return complaint;

        // A letter that came on a day counts for that whole day, and one that is entered the same day for now.
        DateTimeOffset? received = ForTheSchool && form.ReceivedOn is { } day && day != clock.Today
            ? clock.MomentOf(day.AddDays(1), TimeOnly.MinValue).AddSeconds(-1)
            : null;
        var outcome = await withdraw.HandleAsync(new(new EnrolmentId(id), Worded(form.Reason), user.Reader, received), ct);
        return await AnswerAsync(id, form, outcome.Refusal, "Enrolment_Withdrawn", ct);
    }

    [HttpPost("replace")]
    [Authorize(Policies.EnrolColleagues)]
    public async Task<IActionResult> Replace(Guid id, [FromForm] EnrolmentActionForm form, CancellationToken ct)
    {
        if (await ComplaintAsync(id, form, ct) is { } complaint)
            return complaint;
        if (form.Colleague is not { } colleague)
        {
            ModelState.AddModelError(nameof(form.Colleague), texts["Enrolment_ChooseColleague"]);
            return Page(await PageAsync(id, form, ct));
        }

        var decider = user.Can(Policies.DecideRequests) || ForTheSchool ? new Decider(user.Reader.AsSelf) : null;
        var outcome = await replace.HandleAsync(
            new(new EnrolmentId(id), new PersonId(colleague), user.Reader, decider, Worded(form.Reason), !form.WithoutTimeRelease, form.SchemeOfColleague), ct);
        if (outcome.IsRefused)
            return await AnswerAsync(id, form, outcome.Refusal, "", ct);

        TempData["Done"] = texts["Enrolment_Replaced"];
        return Redirect(texts.Path($"enrolments/{outcome.Value.Value}"));
    }

    [HttpPost("answer")]
    [Authorize(Policies.ChangeEnrolments)]
    public async Task<IActionResult> Answer(Guid id, [FromForm] EnrolmentActionForm form, CancellationToken ct)
    {
        var outcome = await answer.HandleAsync(new(new EnrolmentId(id), form.Accept, user.Reader), ct);
        return await AnswerAsync(id, form, outcome.Refusal, form.Accept ? "Enrolment_OfferAccepted" : "Enrolment_OfferDeclined", ct);
    }

    private bool ForTheSchool => user.Can(Policies.ManageSessions);

    private static string? Worded(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    private async Task<IActionResult?> ComplaintAsync(Guid id, EnrolmentActionForm form, CancellationToken ct)
    {
        if (NationalNumberDetector.IsIn(form.Reason))
            ModelState.AddModelError(nameof(form.Reason), texts["NationalNumberFound"]);
        else if (form.Reason?.Length > EnrolmentActionForm.ReasonMaxLength)
            ModelState.AddModelError(nameof(form.Reason), texts["Approvals_ReasonTooLong", EnrolmentActionForm.ReasonMaxLength]);
        return ModelState.IsValid ? null : Page(await PageAsync(id, form, ct));
    }

    private async Task<IActionResult> AnswerAsync(Guid id, EnrolmentActionForm form, Refusal? refusal, string done, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (refusal is not null)
            return Page((await PageAsync(id, form, ct)) with { Refusal = refusal });

        TempData["Done"] = texts[done];
        return Redirect(texts.Path($"enrolments/{id}"));
    }

    private ViewResult Page(EnrolmentPage page) => View("/Features/Enrolments/Enrolment.cshtml", page);

    private async Task<EnrolmentPage> PageAsync(Guid id, EnrolmentActionForm form, CancellationToken ct)
    {
        var rights = (user.Can(Policies.ChangeEnrolments), user.Can(Policies.EnrolColleagues), ForTheSchool);
        var page = await EnrolmentPage.FindAsync(db, clock, texts, user.Reader, new EnrolmentId(id), rights, ct);
        return await page.WithAsync(form, db, forecasts, ct);
    }
}
