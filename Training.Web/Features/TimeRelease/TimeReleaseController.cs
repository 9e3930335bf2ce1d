using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.TimeRelease;

[Route("/{lang:lang}/time-release")]
[Authorize(Policies.ReadEnrolments)]
public sealed class TimeReleaseController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, TimeReleaseAccounts accounts, ExplainBalance explain,
    AdoptScheme adopt, GrantExtraHours grantExtraHours) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year, Guid? organisation, string? q, string? lang, CancellationToken ct)
    {
        // Whoever answers for no colleague has one file to read: their own.
        var reader = user.Reader;
        if (!reader.SeesEverything && reader.Organisations.Count == 0 && reader.AsSelf is { } self)
            return View("Person", await PersonAsync(self, new ExceptionForm(), ct));

        return View(await ListAsync(year, organisation, q, new AdoptionForm(), ct));
    }

    [HttpGet("{personId:guid}")]
    [RecordsReading(FilePart.TimeRelease, nameof(personId))]
    public async Task<IActionResult> Person(Guid personId, CancellationToken ct) => View(await PersonAsync(new PersonId(personId), new ExceptionForm(), ct));

    /// <summary>The employer decides that the scheme caps hours.</summary>
    [HttpPost("adoption")]
    [Authorize(Policies.DecideRequests)]
    public async Task<IActionResult> Adopt([FromForm] AdoptionForm form, string? lang, CancellationToken ct)
    {
        if (form.Lacks(texts) is { } lacks)
            return await InvalidAsync(lacks.Field, lacks.Message);

        var outcome = await adopt.HandleAsync(new(new OrganisationId(form.Organisation), Schemes.GecoLocal, form.Day!.Value, form.Document, user.Reader), ct);
        if (outcome.IsRefused)
            return await InvalidAsync(nameof(form.Document), texts.Of(outcome.Refusal));

        TempData["Done"] = texts["TimeRelease_Adopted"];
        return RedirectToAction(nameof(Index), new { lang, organisation = form.Organisation });

        async Task<IActionResult> InvalidAsync(string field, string message)
        {
            ModelState.Clear();
            ModelState.AddModelError(field, message);
            return View("Index", await ListAsync(null, form.Organisation, null, form, ct));
        }
    }

    /// <summary>The employer gives one person more hours than the scheme does.</summary>
    [HttpPost("{personId:guid}/exception")]
    [Authorize(Policies.DecideRequests)]
    public async Task<IActionResult> Exceed(Guid personId, [FromForm] ExceptionForm form, string? lang, CancellationToken ct)
    {
        var person = new PersonId(personId);
        var page = await PersonAsync(person, form, ct);
        if (!page.MayGrantMore)
            return NotFound();

        ModelState.Clear();
        if (form.Minutes is null)
            ModelState.AddModelError(nameof(form.Hours), texts["TimeRelease_HoursWrong"]);
        else if (form.Reason?.Length > LedgerEntry.NoteMaxLength)
            ModelState.AddModelError(nameof(form.Reason), texts["TimeRelease_TooLong", LedgerEntry.NoteMaxLength]);
        else if (NationalNumberDetector.IsIn(form.Reason))
            ModelState.AddModelError(nameof(form.Reason), texts["NationalNumberFound"]);
        if (!ModelState.IsValid)
            return View("Person", page);

        var account = page.Story.Accounts.First(a => a.Account.IsCapped && user.Reader.Organisations.Contains(a.Account.OrganisationId)).Account;
        var outcome = await grantExtraHours.HandleAsync(
            new(person, account.OrganisationId, account.Scheme, clock.Today, form.Minutes!.Value, form.Reason, user.Reader), ct);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal is ReasonMissing ? nameof(form.Reason) : nameof(form.Hours), texts.Of(refusal));
            return View("Person", page);
        }

        TempData["Done"] = texts["TimeRelease_Exceeded"];
        return RedirectToAction(nameof(Person), new { lang, personId });
    }

    private Task<TimeReleasePage> ListAsync(int? year, Guid? organisation, string? query, AdoptionForm form, CancellationToken ct)
    {
        var asked = Math.Clamp(year ?? clock.Today.Year, clock.Today.Year - 20, clock.Today.Year + 1);
        return TimeReleasePage.FindAsync(db, accounts, user.Reader, asked, clock.Today, organisation, query, user.Can(Policies.DecideRequests), form, ct);
    }

    private Task<PersonTimeReleasePage> PersonAsync(PersonId person, ExceptionForm form, CancellationToken ct) =>
        PersonTimeReleasePage.FindAsync(db, explain, user.Reader, person, clock.Today, user.Can(Policies.DecideRequests), form, ct);
}
