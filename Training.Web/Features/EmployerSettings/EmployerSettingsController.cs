using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Approvals;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.EmployerSettings;

[Route("/{lang:lang}/employer-settings")]
[Authorize(Policies.ArrangeEmployer)]
public sealed class EmployerSettingsController(TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, ArrangeEmployer arrange) : Controller
{
    /// <param name="organisation">Whose; the secretariat without it chooses from all.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid? organisation, CancellationToken ct)
    {
        if (organisation is null && user.Reader.SeesEverything)
            return View("Choose", await db.Organisations.AsNoTracking().OrderBy(o => o.Code).ToListAsync(ct));

        return View(await PageAsync(OrganisationOf(organisation), null, ct));
    }

    [HttpPost("")]
    public async Task<IActionResult> Index([FromForm] EmployerSettingsForm form, CancellationToken ct)
    {
        var organisation = OrganisationOf(form.Organisation);
        ModelState.Clear();
        if (form.Complaint() is { } complaint)
            return View((await PageAsync(organisation, form, ct)) with { Refused = texts[complaint] });

        var own = ForTheSchool
            ? form.DecideOnThemselves
            : await db.EmployerSettings.AnyAsync(s => s.OrganisationId == organisation && s.ApproversDecideOnThemselves, ct);
        var outcome = await arrange.HandleAsync(new(organisation, form.ToFacts(own)), ct);
        if (outcome.IsRefused)
            return View((await PageAsync(organisation, form, ct)) with { Refused = texts.Of(outcome.Refusal) });

        TempData["Done"] = texts["EmployerSettings_Done"];
        return Redirect(texts.Path($"employer-settings?organisation={organisation.Value}"));
    }

    private bool ForTheSchool => user.Can(Policies.ManageSessions);

    private OrganisationId OrganisationOf(Guid? asked) => user.Reader.SeesEverything
        ? new OrganisationId(asked ?? throw new Domain.NotFoundException(nameof(Organisation)))
        : user.ActingFor(asked is { } id ? new OrganisationId(id) : null);

    private Task<EmployerSettingsPage> PageAsync(OrganisationId organisation, EmployerSettingsForm? typed, CancellationToken ct) =>
        EmployerSettingsPage.FindAsync(db, organisation, typed, ForTheSchool, clock.Today, ct);
}
