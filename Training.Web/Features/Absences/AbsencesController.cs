using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Absences;

/// <summary>A participant, or the training officer of their employer, says why something was missed; a participant contests a mark.</summary>
[Route("/{lang:lang}/absences")]
[Authorize(Policies.JustifyAbsences)]
public sealed class AbsencesController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SendJustification send, ContestMark contest) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await AbsencesPage.FindAsync(db, user.Reader, clock.Today, ct));

    [HttpPost("")]
    [RequestSizeLimit(DocumentFiles.MaxBytes + 64 * 1024)]
    public async Task<IActionResult> Justify([FromForm] JustificationForm form, CancellationToken ct)
    {
        var refusal = !ModelState.IsValid || !form.HoursAreInOrder ? texts["Absence_HoursUnreadable"] : form.Category is null ? texts["Absence_ChooseReason"] : null;
        if (refusal is null)
        {
            var sent = await send.HandleAsync(new(new(form.Enrolment), form.Date, form.Hours, form.Category!.Value, await FileOfAsync(form, ct), user.Reader), ct);
            refusal = sent.IsRefused ? texts.Of(sent.Refusal) : null;
        }

        if (refusal is not null)
        {
            ModelState.Clear();
            return View(nameof(Index), (await AbsencesPage.FindAsync(db, user.Reader, clock.Today, ct)) with { Refusal = refusal, Typed = form });
        }

        TempData["Done"] = texts["Absence_Sent"];
        return Redirect(texts.Path("absences"));
    }

    [HttpPost("contests")]
    public async Task<IActionResult> Contest([FromForm] Guid enrolment, [FromForm] Guid register, [FromForm] string? statement, CancellationToken ct)
    {
        var contested = await contest.HandleAsync(new(new(enrolment), new(register), statement, user.Reader), ct);
        TempData[contested.IsRefused ? "Refused" : "Done"] = contested.IsRefused ? texts.Of(contested.Refusal) : texts["Contest_Sent"];
        return Redirect(texts.Path("absences"));
    }

    private static async Task<JustificationFile?> FileOfAsync(JustificationForm form, CancellationToken ct)
    {
        if (form.Document is not { Length: > 0 } file)
            return null;

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return new JustificationFile(file.FileName, file.ContentType, bytes.ToArray());
    }
}
