using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Seals;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Registers;

/// <summary>The secretariat puts right what a sealed register says, with a reason.</summary>
[Route("/{lang:lang}/registers/{id:guid}/corrections")]
[Authorize(Policies.ManageSessions)]
public sealed class CorrectionsController(Texts texts, CorrectMarks correct) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Correct(Guid id, [FromForm] CorrectionForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            TempData["Refused"] = texts["Register_TimesUnreadable"];
            return Redirect(texts.Path($"registers/{id}"));
        }

        var presence = form.Choice == RegisterForm.Absent ? Presence.None : new Presence(Absent: false, form.Arrived, form.Left);
        var corrected = await correct.HandleAsync(new(new(id), new(form.Enrolment), presence, form.Reason ?? ""), ct);
        TempData[corrected.IsRefused ? "Refused" : "Done"] = corrected.IsRefused ? texts.Of(corrected.Refusal) : texts["Correct_Done"];
        return Redirect(texts.Path($"registers/{id}"));
    }
}
