using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Inbox;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>Somebody's employer is not in the list: they say which it is, and the secretariat does the rest.</summary>
[Route("/{lang:lang}/sessions/{code}/other-employer")]
[AllowAnonymous]
public sealed class OtherEmployerController(TrainingDbContext db, Texts texts, TellUnknownEmployer tell) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Form(string code, CancellationToken ct) => await PageAsync(code, new OtherEmployerForm(), ct);

    [HttpPost("")]
    public async Task<IActionResult> Form(string code, [FromForm] OtherEmployerForm form, CancellationToken ct)
    {
        ModelState.Clear();
        if (form.Complaint() is { } complaint)
        {
            ModelState.AddModelError(complaint.Field, texts[complaint.Text]);
            return await PageAsync(code, form, ct);
        }

        var session = await SessionAsync(code, ct);
        await tell.HandleAsync(
            new(new UnknownEmployerFacts(
                form.Organisation!.Trim(), form.FirstName!.Trim(), form.LastName!.Trim(), form.Email!.Trim(),
                texts.Language == "nl" ? CorrespondenceLanguage.Nl : CorrespondenceLanguage.Fr, session.Id)), ct);
        TempData["Done"] = texts["OtherEmployer_Done"];
        return Redirect(texts.Path($"sessions/{session.Code}"));
    }

    private async Task<ViewResult> PageAsync(string code, OtherEmployerForm form, CancellationToken ct)
    {
        ViewData["Session"] = (await SessionAsync(code, ct)).Code;
        return View("/Features/Enrolments/OtherEmployer.cshtml", form);
    }

    private Task<Domain.Sessions.Session> SessionAsync(string code, CancellationToken ct)
    {
        var wanted = code.AsCode();
        return db.Sessions.AsNoTracking()
            .Where(s => s.Code == wanted && s.Status != Domain.Sessions.SessionStatus.Draft && s.Status != Domain.Sessions.SessionStatus.Cancelled).OneAsync(ct);
    }
}
