using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Attendance;
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

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Register(Guid id, CancellationToken ct) => View(await PageAsync(id, null, ct));

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Register(Guid id, [FromForm] RegisterForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await ShowAgainAsync(id, form, texts["Register_TimesUnreadable"], ct);

        var marked = await mark.HandleAsync(new(new(id), form.Seen, user.Reader), ct);
        if (marked.IsRefused)
            return await ShowAgainAsync(id, form, texts.Of(marked.Refusal), ct);

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
    public async Task<IActionResult> Reopen(Guid id, CancellationToken ct)
    {
        var reopened = await reopen.HandleAsync(new(new(id), user.Reader), ct);
        TempData[reopened.IsRefused ? "Refused" : "Done"] = reopened.IsRefused ? texts.Of(reopened.Refusal) : texts["Register_Reopened"];
        return Redirect(texts.Path($"registers/{id}"));
    }

    private async Task<IActionResult> ShowAgainAsync(Guid id, RegisterForm form, string refusal, CancellationToken ct)
    {
        ViewData["Refusal"] = refusal;
        return View(nameof(Register), await PageAsync(id, form, ct));
    }

    private Task<RegisterPage> PageAsync(Guid id, RegisterForm? typed, CancellationToken ct) =>
        RegisterPage.FindAsync(db, user.Reader, new(id), clock, typed, ct);
}
