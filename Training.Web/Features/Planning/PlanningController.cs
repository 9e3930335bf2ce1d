using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Planning;

[Route("/{lang:lang}/planning")]
[Authorize(Policies.ManageSessions)]
public sealed class PlanningController(
    TrainingDbContext db, OfficeClock clock, Texts texts, PlanCheck check, PlanSession plan, MoveSession move, CopySession copy, AdvanceSession advance, CancelSession cancel,
    ReserveSeats reserve) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(PlanView view, DateOnly? from, CancellationToken ct) =>
        View(await PlanningPage.FindAsync(db, check, view, from ?? clock.Today, clock.Today, ct));

    [HttpGet("new")]
    public async Task<IActionResult> New(Guid? course, CancellationToken ct) =>
        View("Edit", new SessionFormPage(new SessionForm { Course = course }, await PlanChoices.FindAsync(db, ct), null));

    [HttpPost("new")]
    public Task<IActionResult> New([FromForm] SessionForm form, CancellationToken ct)
    {
        form.Session = null;
        if (form.Course is null && form.Button != SessionForm.MoreRows)
            ModelState.AddModelError(nameof(form.Course), texts["Planning_CourseMissing"]);
        return SaveAsync(form, ct);
    }

    [HttpGet("sessions/{code}/edit")]
    public async Task<IActionResult> Edit(string code, CancellationToken ct)
    {
        var session = await FindAsync(code, ct);
        return View(await PageAsync(SessionForm.Of(session), ct));
    }

    [HttpPost("sessions/{code}/edit")]
    public async Task<IActionResult> Edit(string code, [FromForm] SessionForm form, CancellationToken ct)
    {
        form.Session = (await FindAsync(code, ct)).Id.Value;
        return await SaveAsync(form, ct);
    }

    /// <summary>What stands in the way of the plan that is being typed.</summary>
    [HttpGet("clashes")]
    public async Task<IActionResult> Clashes([FromQuery] SessionForm form, CancellationToken ct)
    {
        ModelState.Clear();
        var typed = form.ToPlan(ModelState, texts);
        var clashes = typed is null ? [] : await check.OfAsync(typed, form.Session is { } id ? SessionId.From(id) : null, ct);
        return Json(new { clashes = clashes.Select(clash => ClashLines.Of(texts, clash)) });
    }

    [HttpGet("sessions/{code}")]
    public async Task<IActionResult> Session(string code, CancellationToken ct) => View(await PlannedSessionPage.FindAsync(db, code.AsCode(), clock.Today, ct));

    [HttpPost("sessions/{code}/advance")]
    public async Task<IActionResult> Advance(string code, [FromForm] ChangeForm form, CancellationToken ct) =>
        await AnswerAsync(code, form, await advance.HandleAsync(new((await FindAsync(code, ct)).Id, form.To), ct), "Planning_Advanced", ct);

    [HttpPost("sessions/{code}/cancel")]
    [ShowsNationalNumberAt(nameof(ChangeForm.Reason))]
    public async Task<IActionResult> Cancel(string code, [FromForm] ChangeForm form, CancellationToken ct)
    {
        if (NationalNumberDetector.IsIn(form.Reason) || form.Reason?.Length > SessionTransition.ReasonMaxLength)
            return await RefuseAsync(code, form, texts[NationalNumberDetector.IsIn(form.Reason) ? "NationalNumberFound" : "Planning_ReasonTooLong"], ct);
        return await AnswerAsync(code, form, await cancel.HandleAsync(new((await FindAsync(code, ct)).Id, form.Reason), ct), "Planning_Cancelled", ct);
    }

    [HttpPost("sessions/{code}/move")]
    public async Task<IActionResult> Move(string code, [FromForm] ChangeForm form, CancellationToken ct)
    {
        if (Unreadable(form) is { } refusal)
            return await RefuseAsync(code, form, refusal, ct);
        return await AnswerAsync(code, form, await move.HandleAsync(new((await FindAsync(code, ct)).Id, form.Version, form.FirstDay!.Value, form.AcceptedBecause), ct), "Planning_Moved", ct);
    }

    [HttpPost("sessions/{code}/copy")]
    public async Task<IActionResult> Copy(string code, [FromForm] ChangeForm form, CancellationToken ct)
    {
        var refusal = Unreadable(form) ?? (form.Times is < 1 or > CopySession.MostCopies || form.WeeksBetween is < 0 or > CopySession.MostCopies ? texts["Planning_TimesWrong", CopySession.MostCopies] : null);
        if (refusal is not null)
            return await RefuseAsync(code, form, refusal, ct);

        var made = await copy.HandleAsync(new((await FindAsync(code, ct)).Id, form.FirstDay!.Value, form.Times, form.WeeksBetween, form.AcceptedBecause), ct);
        if (made.IsRefused)
            return await RefuseAsync(code, form, made.Refusal, ct);
        TempData["Done"] = texts["Planning_Copied", string.Join(", ", made.Value)];
        return Redirect(texts.Path($"planning?from={form.FirstDay:yyyy-MM-dd}"));
    }

    [HttpPost("sessions/{code}/reservations")]
    public async Task<IActionResult> Reserve(string code, [FromForm] ChangeForm form, CancellationToken ct)
    {
        var session = await FindAsync(code, ct);
        if (form.GivenFree is null && (!ModelState.IsValid || form.ReleasedOn is null || form.Seats < 1))
            return await RefuseAsync(code, form, texts["Planning_ReservationUnreadable"], ct);

        var kept = await reserve.HandleAsync(
            new(session.Id, form.Kind, form.For?.Trim() ?? "", form.Seats, form.ReleasedOn ?? default, form.GivenFree is { } id ? SeatReservationId.From(id) : null), ct);
        return await AnswerAsync(code, form, kept, form.GivenFree is null ? "Planning_Kept" : "Planning_GivenFree", ct);
    }

    private async Task<IActionResult> SaveAsync(SessionForm form, CancellationToken ct)
    {
        var page = await PageAsync(form, ct);
        if (form.Button == SessionForm.MoreRows)
        {
            ModelState.Clear();
            return View("Edit", page);
        }

        if (form.ToPlan(ModelState, texts) is not { } wanted)
            return View("Edit", page);

        var code = string.IsNullOrWhiteSpace(form.Code) ? null : form.Code.AsCode();
        if (form.Session is null && code?.Length > Domain.Sessions.Session.CodeMaxLength)
            return View("Edit", page with { Refusal = texts["Planning_CodeTooLong", Domain.Sessions.Session.CodeMaxLength] });

        var saved = await plan.HandleAsync(
            new(form.Session is { } id ? SessionId.From(id) : null, form.Version, CourseId.From(form.Course ?? Guid.Empty), code, wanted, form.AcceptedBecause), ct);
        if (saved.IsRefused)
            return View("Edit", page with { Refusal = texts.Of(saved.Refusal), Clashes = ClashesIn(saved.Refusal) });

        TempData["Done"] = texts["Planning_Saved", saved.Value];
        return Redirect(texts.Path($"planning/sessions/{saved.Value}"));
    }

    private async Task<SessionFormPage> PageAsync(SessionForm form, CancellationToken ct)
    {
        var course = form.Session is { } id
            ? await db.Sessions.Where(s => s.Id == SessionId.From(id)).Join(db.CourseVersions, s => s.CourseVersionId, v => v.Id, (s, v) => v.Title).SingleAsync(ct)
            : null;
        return new SessionFormPage(form, await PlanChoices.FindAsync(db, ct), course?.In(texts.Language));
    }

    private async Task<Session> FindAsync(string code, CancellationToken ct)
    {
        var wanted = code.AsCode();
        return await db.Sessions.AsNoTracking().Include(s => s.Slots).Include(s => s.Trainers).AsSplitQuery().Where(s => s.Code == wanted).OneAsync(ct);
    }

    private string? Unreadable(ChangeForm form) => !ModelState.IsValid || form.FirstDay is null ? texts["Planning_DateUnreadable"]
        : NationalNumberDetector.IsIn(form.AcceptedBecause) ? texts["NationalNumberFound"]
        : form.AcceptedBecause?.Length > AcceptedClash.ReasonMaxLength ? texts["Planning_ReasonTooLong"]
        : null;

    private async Task<IActionResult> AnswerAsync(string code, ChangeForm form, Outcome<Done> outcome, string done, CancellationToken ct)
    {
        if (outcome.IsRefused)
            return await RefuseAsync(code, form, outcome.Refusal, ct);

        TempData["Done"] = texts[done];
        return Redirect(texts.Path($"planning/sessions/{code.AsCode()}"));
    }

    private async Task<IActionResult> RefuseAsync(string code, ChangeForm form, Refusal refusal, CancellationToken ct) =>
        View(nameof(Session), (await PlannedSessionPage.FindAsync(db, code.AsCode(), clock.Today, ct)) with { Typed = form, Refusal = texts.Of(refusal), Clashes = ClashesIn(refusal) });

    private async Task<IActionResult> RefuseAsync(string code, ChangeForm form, string refusal, CancellationToken ct) =>
        View(nameof(Session), (await PlannedSessionPage.FindAsync(db, code.AsCode(), clock.Today, ct)) with { Typed = form, Refusal = refusal });

    private static IReadOnlyList<Clash> ClashesIn(Refusal refusal) => refusal is PlanClashes clashes ? clashes.Clashes : [];
}
