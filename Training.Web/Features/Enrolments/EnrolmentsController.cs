using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

[Route("/{lang:lang}")]
public sealed class EnrolmentsController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, EnrolmentForecasts forecasts, EnrolColleagues enrolColleagues) : Controller
{
    [HttpGet("enrolments")]
    [Authorize(Policies.ReadEnrolments)]
    public async Task<IActionResult> Index(EnrolmentFilter filter, CancellationToken ct) =>
        View(await EnrolmentsPage.FindAsync(db, user.Reader, filter, clock.Today, ct));

    [HttpGet("sessions/{code}/enrol")]
    [Authorize(Policies.EnrolColleagues)]
    public async Task<IActionResult> Enrol(string code, EnrolForm form, CancellationToken ct) => View(await PageAsync(code, form, ct));

    [HttpPost("sessions/{code}/enrol")]
    [Authorize(Policies.EnrolColleagues)]
    public async Task<IActionResult> Enrol(string code, [FromForm] EnrolForm form, string? lang, CancellationToken ct)
    {
        if (form.IsSearch)
            return View(await PageAsync(code, form, ct));
        if (form.Ticked.Count is 0 or > EnrolForm.MaxPeople)
        {
            ModelState.AddModelError(nameof(form.Person), texts[form.Ticked.Count == 0 ? "Enrol_TickSomebody" : "Enrol_TooMany", EnrolForm.MaxPeople]);
            return View(await PageAsync(code, form, ct));
        }

        var wanted = code.AsCode();
        var session = await db.Sessions.AsNoTracking().Where(s => s.Code == wanted).OneAsync(ct);
        var lines = await enrolColleagues.HandleAsync(new EnrolColleagues.Request(session.Id, Organisation, form.Wishes), ct);

        // Whoever was enrolled already is where the form wanted them to be: sending it twice is no mistake.
        var refusals = lines.Select(line => line.Outcome.Refusal).Where(refusal => refusal is not null and not AlreadyEnrolled).ToList();
        if (refusals.Count > 0)
            return View((await PageAsync(code, form, ct)) with { Refusals = refusals!, Enrolled = (await ResultAsync(code, form.Ticked, ct)).Lines });

        return RedirectToAction(nameof(Result), new { lang, code = session.Code, person = form.Ticked });
    }

    [HttpGet("sessions/{code}/enrol/result")]
    [Authorize(Policies.EnrolColleagues)]
    public async Task<IActionResult> Result(string code, IReadOnlyList<Guid> person, CancellationToken ct) =>
        View(await ResultAsync(code, person, ct));

    private OrganisationId Organisation => user.Organisation ?? throw new NotFoundException(nameof(Domain.Organisations.Organisation));

    private Task<EnrolResultPage> ResultAsync(string code, IReadOnlyList<Guid> people, CancellationToken ct) =>
        EnrolResultPage.FindAsync(db, code, Organisation, [.. people.Select(id => new PersonId(id))], ct);

    private Task<EnrolPage> PageAsync(string code, EnrolForm form, CancellationToken ct) =>
        EnrolPage.FindAsync(db, forecasts, code, Organisation, form, clock.Today, ct);
}
