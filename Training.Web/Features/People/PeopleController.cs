using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.People;

/// <summary>The files of people: to find, read and put right.</summary>
[Route("/{lang:lang}")]
[Authorize(Policies.ManageStaff)]
public sealed class PeopleController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts,
    EditPerson editPerson, ChangeEmployment changeEmployment, EndEmployment endEmployment) : Controller
{
    [HttpGet("people")]
    public async Task<IActionResult> Index(string? q, int page, CancellationToken ct) =>
        View(await PeoplePage.FindAsync(db, user.Reader, q, page, clock.Today, ct));

    [HttpGet("people/{id:guid}")]
    [RecordsReading(FilePart.File, nameof(id))]
    public async Task<IActionResult> Person(Guid id, CancellationToken ct) => View(await PersonPage.FindAsync(db, user.Reader, new PersonId(id), ct));

    [HttpGet("people/{id:guid}/edit")]
    [RecordsReading(FilePart.File, nameof(id))]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        var person = (await PersonPage.FindAsync(db, user.Reader, new PersonId(id), ct)).Person;
        return View(new PersonEditPage(person, PersonForm.Of(person.Facts), null));
    }

    [HttpPost("people/{id:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id, [FromForm] PersonForm form, CancellationToken ct)
    {
        var person = (await PersonPage.FindAsync(db, user.Reader, new PersonId(id), ct)).Person;
        form.Check(ModelState, texts, clock.Today);
        if (!ModelState.IsValid)
            return View(new PersonEditPage(person, form, null));

        var outcome = await editPerson.HandleAsync(new(person.Id, form.ToFacts(), user.Reader), ct);
        if (outcome.IsRefused)
            return View(new PersonEditPage(person, form, outcome.Refusal));

        TempData["Done"] = texts["Person_Saved"];
        return Redirect(texts.Path($"people/{id}"));
    }

    [HttpGet("employments/{id:guid}")]
    public async Task<IActionResult> Employment(Guid id, CancellationToken ct) => View(await EmploymentPage.FindAsync(db, user.Reader, new EmploymentId(id), null, ct));

    /// <summary>New terms, from a day on.</summary>
    [HttpPost("employments/{id:guid}")]
    public async Task<IActionResult> Employment(Guid id, [FromForm] EmploymentForm form, CancellationToken ct)
    {
        var page = await EmploymentPage.FindAsync(db, user.Reader, new EmploymentId(id), form, ct);
        form.Check(ModelState, texts, page);
        if (!ModelState.IsValid)
            return View(page);

        var outcome = await changeEmployment.HandleAsync(new(page.Employment.Id, form.ToTerms(), form.Remark, user.Reader), ct);
        return Answer(page, outcome.Refusal, "Employment_Changed");
    }

    [HttpPost("employments/{id:guid}/end")]
    public async Task<IActionResult> End(Guid id, DateOnly? lastDay, CancellationToken ct)
    {
        var page = await EmploymentPage.FindAsync(db, user.Reader, new EmploymentId(id), null, ct);
        if (lastDay is not { } day)
        {
            ModelState.AddModelError("LastDay", texts["Employment_GiveLastDay"]);
            return View(nameof(Employment), page);
        }

        var outcome = await endEmployment.HandleAsync(new(page.Employment.Id, day, user.Reader), ct);
        return Answer(page, outcome.Refusal, "Employment_Ended");
    }

    private IActionResult Answer(EmploymentPage page, Refusal? refusal, string done)
    {
        if (refusal is not null)
            return View(nameof(Employment), page with { Refusal = refusal });

        TempData["Done"] = texts[done];
        return Redirect(texts.Path($"people/{page.Person.Id.Value}"));
    }
}
