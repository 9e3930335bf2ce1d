using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Devices;
using Training.Domain.Attendance.Justifications;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Registers;

[Route("/{lang:lang}/registers")]
[Authorize(Policies.TakeRegister)]
public sealed class RegistersController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, MarkAttendance mark, CloseHalfDay close, ReopenHalfDay reopen) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await RegisterList.FindAsync(db, user.Reader, clock.Today, ct));

    /// <summary>The trainer's answer to somebody who contests a mark.</summary>
    [HttpPost("contests")]
    public async Task<IActionResult> Contest([FromForm] Guid contest, [FromForm] string? answer, [FromServices] AnswerContest reply, CancellationToken ct)
    {
        var answered = await reply.HandleAsync(new(new(contest), answer, user.Reader), ct);
        TempData[answered.IsRefused ? "Refused" : "Done"] = answered.IsRefused ? texts.Of(answered.Refusal) : texts["Contests_Replied"];
        return Redirect(texts.Path("registers"));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Register(Guid id, CancellationToken ct) => View(await PageAsync(id, null, ct));

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Register(Guid id, [FromForm] RegisterForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid || !form.TimesAwayAreInOrder)
            return await ShowAgainAsync(id, form, texts["Register_TimesUnreadable"], ct);

        var marked = await mark.HandleAsync(new(new(id), form.Seen, user.Reader), ct);
        if (marked.IsRefused)
            return await ShowAgainAsync(id, form, texts.Of(marked.Refusal), ct);
        if (marked.Value.Where(answer => answer.Said == MarkAnswer.Differs).ToList() is { Count: > 0 } differences)
            return await ShowAgainAsync(id, form, await DifferencesAsync(differences, ct), ct);

        if (form.Button == RegisterForm.Close)
        {
            var closed = await close.HandleAsync(new(new(id), user.Reader), ct);
            if (closed.IsRefused)
                return await ShowAgainAsync(id, form, texts.Of(closed.Refusal), ct);
        }

        TempData["Done"] = texts[form.Button == RegisterForm.Close ? "Register_ClosedNow" : "Register_Saved"];
        return Redirect(texts.Path($"registers/{id}"));
    }

    [HttpPost("{id:guid}/reopen")]
    public async Task<IActionResult> Reopen(Guid id, CancellationToken ct) =>
        Answer(id, await reopen.HandleAsync(new(new(id), user.Reader), ct), "Register_Reopened");

    /// <summary>Somebody at the door who is not on the list.</summary>
    [HttpPost("{id:guid}/unlisted")]
    public async Task<IActionResult> Unlisted(Guid id, [FromForm] string? name, [FromForm] Guid key, [FromServices] NoteUnlistedPerson note, CancellationToken ct) =>
        Answer(id, await note.HandleAsync(new(new(id), key, name ?? "", clock.Now, user.Reader), ct), "Unlisted_Noted");

    [HttpPost("{id:guid}/substitute")]
    public async Task<IActionResult> Substitute(Guid id, [FromForm] Guid trainer, [FromServices] SubstituteTrainer substitute, CancellationToken ct) =>
        Answer(id, await substitute.HandleAsync(new(new(id), new PersonId(trainer), user.Reader), ct), "Substitute_Done");

    private RedirectResult Answer(Guid id, Outcome<Done> outcome, string done)
    {
        TempData[outcome.IsRefused ? "Refused" : "Done"] = outcome.IsRefused ? texts.Of(outcome.Refusal) : texts[done];
        return Redirect(texts.Path($"registers/{id}"));
    }

    private async Task<IActionResult> ShowAgainAsync(Guid id, RegisterForm form, string refusal, CancellationToken ct)
    {
        ViewData["Refusal"] = refusal;
        ModelState.Clear();
        return View(nameof(Register), await PageAsync(id, form, ct));
    }

    // What was typed stays on the page; whoever saves it again knows now what it takes the place of.
    private async Task<string> DifferencesAsync(IReadOnlyList<MarkAttendance.Answer> differences, CancellationToken ct)
    {
        var ids = differences.Select(one => one.Enrolment).ToList();
        var names = await db.Enrolments.Where(e => ids.Contains(e.Id)).Join(db.People, e => e.PersonId, p => p.Id, (e, p) => new { e.Id, Name = p.FirstName + " " + p.LastName })
            .ToDictionaryAsync(one => one.Id, one => one.Name, ct);
        return string.Join('\n', differences.Select(one => texts["Difference_OnPage", names[one.Enrolment], Said(one.Now), one.By, Show.Time(TimeOnly.FromDateTime(clock.LocalOn(one.At ?? clock.Now)))])
            .Append(texts["Difference_SaveAgain"]));
    }

    private string Said(ObservedPresence now) => now.Absent ? texts["Register_Absent"] : string.Join(", ", new[]
    {
        texts["Register_Present"],
        now.Arrived is { } arrived ? $"{texts["Register_Arrived"]} {Show.Time(arrived)}" : null,
        now.Left is { } left ? $"{texts["Register_Left"]} {Show.Time(left)}" : null,
    }.OfType<string>());

    private Task<RegisterPage> PageAsync(Guid id, RegisterForm? typed, CancellationToken ct) =>
        RegisterPage.FindAsync(db, user.Reader, new(id), clock, typed, ct);
}
