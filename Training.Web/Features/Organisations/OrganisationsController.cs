using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Organisations;

/// <summary>Employers: what is known of them, where their people work, and their subsidised posts.</summary>
[Route("/{lang:lang}")]
public sealed class OrganisationsController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts,
    EditOrganisation editOrganisation, AddEstablishmentUnit addUnit, EditGecoPost editPost) : Controller
{
    [HttpGet("organisations")]
    [Authorize(Policies.ManageStaff)]
    public async Task<IActionResult> Index(string? q, CancellationToken ct) => View(await OrganisationsPage.FindAsync(db, user.Reader, q, clock.Today, ct));

    [HttpGet("organisations/{code}")]
    [Authorize(Policies.ManageStaff)]
    public async Task<IActionResult> Organisation(string code, CancellationToken ct) => View(await PageAsync(code, ct));

    [HttpGet("organisations/{code}/edit")]
    [Authorize(Policies.ManagePeople)]
    public async Task<IActionResult> Edit(string code, CancellationToken ct)
    {
        var organisation = (await PageAsync(code, ct)).Organisation;
        return View(await OrganisationEditPage.FindAsync(db, organisation, OrganisationForm.Of(organisation.Facts), null, ct));
    }

    [HttpPost("organisations/{code}/edit")]
    [Authorize(Policies.ManagePeople)]
    public async Task<IActionResult> Edit(string code, [FromForm] OrganisationForm form, CancellationToken ct)
    {
        var organisation = (await PageAsync(code, ct)).Organisation;
        form.Check(ModelState, texts);
        if (!ModelState.IsValid)
            return View(await OrganisationEditPage.FindAsync(db, organisation, form, null, ct));

        var outcome = await editOrganisation.HandleAsync(new(organisation.Id, form.ToFacts()), ct);
        if (outcome.IsRefused)
            return View(await OrganisationEditPage.FindAsync(db, organisation, form, outcome.Refusal, ct));

        TempData["Done"] = texts["Organisation_Saved"];
        return Redirect(texts.Path($"organisations/{organisation.Code}"));
    }

    [HttpPost("organisations/{code}/units")]
    [Authorize(Policies.ManagePeople)]
    public async Task<IActionResult> AddUnit(string code, [FromForm] UnitForm form, CancellationToken ct)
    {
        var page = await PageAsync(code, ct);
        form.Check(ModelState, texts);
        if (!ModelState.IsValid)
            return View(nameof(Organisation), page with { Unit = form });

        var number = EstablishmentUnitNumber.TryParse(form.Number, out var parsed) ? parsed : null;
        var outcome = await addUnit.HandleAsync(
            new(page.Organisation.Id, new LocalizedText(form.NameFr!.Trim(), form.NameNl!.Trim()), number, string.IsNullOrEmpty(form.Nis) ? null : form.Nis), ct);
        if (outcome.IsRefused)
            return View(nameof(Organisation), page with { Unit = form, Refusal = outcome.Refusal });

        TempData["Done"] = texts["Organisation_UnitAdded"];
        return Redirect(texts.Path($"organisations/{page.Organisation.Code}"));
    }

    [HttpGet("geco-posts/{id:guid}")]
    [Authorize(Policies.ManageStaff)]
    public async Task<IActionResult> Post(Guid id, CancellationToken ct) => View(await PostPage.FindAsync(db, user.Reader, new GecoPostId(id), null, clock.Today, ct));

    [HttpPost("geco-posts/{id:guid}")]
    [Authorize(Policies.ManageStaff)]
    public async Task<IActionResult> Post(Guid id, [FromForm] PostForm form, CancellationToken ct)
    {
        var page = await PostPage.FindAsync(db, user.Reader, new GecoPostId(id), form, clock.Today, ct);
        form.Check(ModelState, texts);
        if (!ModelState.IsValid)
            return View(page);

        var outcome = await editPost.HandleAsync(new(page.Line.Post.Id, form.ToFacts(), user.Reader), ct);
        if (outcome.IsRefused)
            return View(page with { Refusal = outcome.Refusal });

        TempData["Done"] = texts["Post_Saved"];
        return Redirect(texts.Path($"organisations/{page.Employer.Code}"));
    }

    private Task<OrganisationPage> PageAsync(string code, CancellationToken ct) => OrganisationPage.FindAsync(db, user.Reader, code.AsCode(), clock.Today, ct);
}
