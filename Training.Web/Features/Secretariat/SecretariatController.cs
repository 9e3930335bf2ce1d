using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;
using Training.Web.Jobs;

namespace Training.Web.Features.Secretariat;

[Route("/{lang:lang}/secretariat")]
[Authorize(Policies.ManageSessions)]
public sealed class SecretariatController(
    TrainingDbContext db, OfficeClock clock, Texts texts, RuleAbsence rule, SealRegisters seal, BackgroundWork work) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(SecretariatFilter filter, CancellationToken ct) => View(await SecretariatPage.FindAsync(db, filter, clock, ct));

    [HttpGet("sessions/{code}")]
    public async Task<IActionResult> Session(string code, CancellationToken ct) =>
        View(await SessionAttendancePage.FindAsync(db, code.AsCode(), ct));

    [HttpPost("sessions/{code}/rulings")]
    [ShowsNationalNumberAt(nameof(RulingForm.Note))]
    public async Task<IActionResult> Rule(string code, [FromForm] RulingForm form, CancellationToken ct)
    {
        var refusal = NationalNumberDetector.IsIn(form.Note) ? texts["NationalNumberFound"]
            : !ModelState.IsValid || !form.HoursAreInOrder ? texts["Ruling_HoursUnreadable"]
            : form.Kind == AbsenceKind.Pending ? texts["Ruling_ChooseKind"]
            : null;
        if (refusal is null)
        {
            await MustBeOfAsync(code, new(form.Enrolment), ct);
            var ruled = await rule.HandleAsync(new(new(form.Enrolment), form.Date, form.Hours, form.Kind, form.Kind == AbsenceKind.Justified ? form.Category : null, form.Note), ct);
            refusal = ruled.IsRefused ? texts.Of(ruled.Refusal) : null;
        }

        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            return View(nameof(Session), (await SessionAttendancePage.FindAsync(db, code.AsCode(), ct)) with { Typed = form, Refusal = refusal });
        }

        TempData["Done"] = texts["Ruling_Done"];
        return Redirect(texts.Path($"secretariat/sessions/{code}"));
    }

    [HttpPost("sessions/{code}/seal")]
    public async Task<IActionResult> Seal(string code, IReadOnlyList<Guid> register, CancellationToken ct)
    {
        var wanted = code.AsCode();
        var session = await db.Sessions.AsNoTracking().Where(s => s.Code == wanted).Select(s => s.Id).ToListAsync(ct);
        if (session.Count == 0)
            return NotFound();

        if (register.Count == 0)
        {
            TempData["Refused"] = texts["Seal_TickSome"];
        }
        else
        {
            var outcome = await seal.HandleAsync(new(session[0], [.. register.Distinct().Select(id => new HalfDayRegisterId(id))]), ct);
            TempData[outcome.IsRefused ? "Refused" : "Done"] = outcome.IsRefused ? texts.Of(outcome.Refusal) : texts.Counted("Seal_Done", register.Distinct().Count());
        }

        return Redirect(texts.Path($"secretariat/sessions/{wanted}"));
    }

    /// <summary>Issues the certificates that are due: of one session, or of all.</summary>
    [HttpPost("certificates")]
    public async Task<IActionResult> Certificates(string? session, CancellationToken ct)
    {
        var wanted = session?.AsCode();
        var sessions = await db.Sessions
            .Where(s => wanted == null || s.Code == wanted)
            .Where(s => db.Enrolments.Any(e => e.SessionId == s.Id && e.Status == EnrolmentStatus.Completed && !db.Certificates.Any(c => c.EnrolmentId == e.Id && c.Kind == CertificateKind.Participation)))
            .OrderBy(s => s.LastDay).ThenBy(s => s.Code).Select(s => s.Code).ToListAsync(ct);

        var item = await work.QueueAsync(IssueCertificatesWork.Kind, new IssueCertificatesWork(sessions), ct);
        return Redirect(texts.Path($"work/{item.Value}"));
    }

    private async Task MustBeOfAsync(string code, EnrolmentId enrolment, CancellationToken ct)
    {
        var wanted = code.AsCode();
        await db.Enrolments.AsNoTracking().Where(e => e.Id == enrolment && db.Sessions.Any(s => s.Id == e.SessionId && s.Code == wanted)).OneAsync(ct);
    }
}
