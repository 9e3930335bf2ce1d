using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>The secretariat lets somebody follow two sessions at the same hours, says why and until when.</summary>
[Route("/{lang:lang}/sessions/{code}/exception")]
[Authorize(Policies.ManageSessions)]
public sealed class ExceptionController(TrainingDbContext db, OfficeClock clock, Texts texts, GrantException grant) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Show(string code, ExceptionForm form, CancellationToken ct) => PageAsync(code, form, null, ct);

    [HttpPost("")]
    public async Task<IActionResult> Grant(string code, [FromForm] ExceptionForm form, CancellationToken ct)
    {
        ModelState.Clear();
        if (form.Complaint() is { } complaint)
            return await PageAsync(code, form, texts[complaint], ct);

        var session = await SessionAsync(code, ct);
        var outcome = await grant.HandleAsync(new(session.Id, new PersonId(form.Person), EligibilityRule.NoOverlap, form.Reason, form.Expires!.Value), ct);
        if (outcome.IsRefused)
            return await PageAsync(code, form, texts.Of(outcome.Refusal), ct);

        TempData["Done"] = texts["Exception_Done"];
        return Redirect(texts.Path($"sessions/{session.Code}/enrol?organisation={form.Organisation}"));
    }

    private async Task<IActionResult> PageAsync(string code, ExceptionForm form, string? refused, CancellationToken ct)
    {
        var session = await SessionAsync(code, ct);
        var person = await db.People.AsNoTracking().Where(p => p.Id == new PersonId(form.Person)).OneAsync(ct);
        form.Expires ??= clock.Today;
        return View("/Features/Enrolments/Exception.cshtml", new ExceptionPage(session.Code, person.FullName, form, refused));
    }

    private Task<Domain.Sessions.Session> SessionAsync(string code, CancellationToken ct)
    {
        var wanted = code.AsCode();
        return db.Sessions.AsNoTracking().Where(s => s.Code == wanted).OneAsync(ct);
    }
}

/// <summary>For whom and for which session a rule is to be set aside.</summary>
public sealed record ExceptionPage(string SessionCode, string Person, ExceptionForm Form, string? Refused);
