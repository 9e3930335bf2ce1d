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
        View(await EnrolmentsPage.FindAsync(db, user.Reader, filter, clock, ct));

    [HttpGet("sessions/{code}/enrol")]
    [Authorize(Policies.EnrolColleagues)]
    public async Task<IActionResult> Enrol(string code, EnrolForm form, CancellationToken ct) =>
        user.Reader.SeesEverything && form.Organisation is null
            ? View("ForWhom", await ForWhomPage.FindAsync(db, code.AsCode(), form.Q, ct))
            : View(await PageAsync(code, form, ct));

    [HttpPost("sessions/{code}/enrol")]
    [Authorize(Policies.EnrolColleagues)]
    public async Task<IActionResult> Enrol(string code, [FromForm] EnrolForm form, string? lang, CancellationToken ct)
    {
        if (form.LooksUp)
            return View(await PageAsync(code, form, ct));
        if (ListComplaint(form) is { } complaint)
        {
            ModelState.AddModelError(nameof(form.List), complaint);
            return View(await PageAsync(code, form, ct));
        }

        // A pasted list counts as ticked, but for what it does not say clearly.
        if (form.ListLines.Count > 0 && await PageAsync(code, form, ct) is { NotRecognised.Count: > 0 } unclear)
            return View(unclear);
        if (form.Ticked.Count is 0 or > EnrolForm.MaxPeople)
        {
            ModelState.AddModelError(nameof(form.Person), texts[form.Ticked.Count == 0 ? "Enrol_TickSomebody" : "Enrol_TooMany", EnrolForm.MaxPeople]);
            return View(await PageAsync(code, form, ct));
        }

        var wanted = code.AsCode();
        var session = await db.Sessions.AsNoTracking().Where(s => s.Code == wanted).OneAsync(ct);
        var lines = await enrolColleagues.HandleAsync(
            new EnrolColleagues.Request(session.Id, OrganisationOf(form), form.Wishes, form.Button == EnrolForm.EnrolApproved && MayApprove ? new Decider(user.Reader.AsSelf) : null, form.Together),
            ct);

        // Whoever was enrolled already is where the form wanted them to be: sending it twice is no mistake.
        var refusals = lines.Select(line => line.Outcome.Refusal).Where(refusal => refusal is not null and not AlreadyEnrolled).ToList();
        if (refusals.Count > 0)
            return View((await PageAsync(code, form, ct)) with { Refusals = refusals!, Enrolled = (await ResultAsync(code, OrganisationOf(form), form.Ticked, ct)).Lines });

        return RedirectToAction(nameof(Result), new { lang, code = session.Code, organisation = form.Organisation, person = form.Ticked });
    }

    [HttpGet("sessions/{code}/enrol/result")]
    [Authorize(Policies.EnrolColleagues)]
    public async Task<IActionResult> Result(string code, Guid? organisation, IReadOnlyList<Guid> person, CancellationToken ct) =>
        View(await ResultAsync(code, OrganisationOf(new EnrolForm { Organisation = organisation }), person, ct));

    private bool MayApprove => user.Can(Policies.DecideRequests) || user.Can(Policies.ManageSessions);

    // The secretariat acts for any employer, but says for which.
    private OrganisationId OrganisationOf(EnrolForm form) => user.Reader.SeesEverything
        ? new OrganisationId(form.Organisation ?? throw new NotFoundException(nameof(Domain.Organisations.Organisation)))
        : user.ActingFor(form.Organisation is { } asked ? new OrganisationId(asked) : null);

    private string? ListComplaint(EnrolForm form) => form switch
    {
        { List.Length: > EnrolForm.ListMaxLength } => texts["Enrol_ListTooLong", EnrolForm.ListMaxLength],
        _ when NationalNumberDetector.IsIn(form.List) => texts["NationalNumberFound"],
        _ => null,
    };

    private Task<EnrolResultPage> ResultAsync(string code, OrganisationId organisation, IReadOnlyList<Guid> people, CancellationToken ct) =>
        EnrolResultPage.FindAsync(db, clock, texts, code, organisation, [.. people.Select(id => new PersonId(id))], ct);

    private async Task<EnrolPage> PageAsync(string code, EnrolForm form, CancellationToken ct) =>
        (await EnrolPage.FindAsync(db, forecasts, code, OrganisationOf(form), form, clock.Today, ct)) with { MayApprove = MayApprove };
}
