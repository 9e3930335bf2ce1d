using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Attendance.Exams;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Verdicts;

/// <summary>What every rule of a session says of everybody, and the marks of its exam.</summary>
[Route("/{lang:lang}/verdicts")]
[Authorize(Policies.TakeRegister)]
public sealed class VerdictsController(TrainingDbContext db, OfficeClock clock, CurrentUser user, Texts texts) : Controller
{
    [HttpGet("{code}")]
    public async Task<IActionResult> Session(string code, CancellationToken ct) => View(await VerdictsPage.FindAsync(db, clock, user.Reader, code.AsCode(), ct));

    [HttpPost("{code}/marks")]
    public async Task<IActionResult> Marks(string code, [FromForm] MarksForm form, [FromServices] EnterExamMarks enter, CancellationToken ct)
    {
        var page = await VerdictsPage.FindAsync(db, clock, user.Reader, code.AsCode(), ct);
        if (!form.IsReadable)
            return Again(page, form, texts["Marks_Unreadable"]);

        var entered = await enter.HandleAsync(new(page.Session, form.Lines, user.Reader), ct);
        if (entered.IsRefused)
            return Again(page, form, texts.Of(entered.Refusal));

        TempData["Done"] = texts["Marks_Saved"];
        return Redirect(texts.Path($"verdicts/{page.Code}"));
    }

    /// <summary>Puts the session under rules beside those of its course.</summary>
    [HttpPost("{code}/policies")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Rules(string code, [FromForm] IReadOnlyList<AttendancePolicyKind> further, [FromServices] PutSessionUnder put, CancellationToken ct)
    {
        var page = await VerdictsPage.FindAsync(db, clock, user.Reader, code.AsCode(), ct);
        var done = await put.HandleAsync(new(page.Session, further), ct);
        TempData[done.IsRefused ? "Refused" : "Done"] = done.IsRefused ? texts.Of(done.Refusal) : texts["Verdicts_RulesSaved"];
        return Redirect(texts.Path($"verdicts/{page.Code}"));
    }

    private ViewResult Again(VerdictsPage page, MarksForm form, string refusal)
    {
        ModelState.Clear();
        return View(nameof(Session), page with { Typed = form, Refusal = refusal });
    }
}
