using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>Somebody asks for a seat for themselves: can I, is this right, done.</summary>
[Route("/{lang:lang}/sessions/{code}/ask")]
[Authorize(Policies.OwnFile)]
public sealed class AskController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, EnrolmentForecasts forecasts, EnrolColleagues enrol) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Start(string code, AskForm form, CancellationToken ct) =>
        View("/Features/Enrolments/Ask.cshtml", await PageAsync(code, form, ct));

    [HttpGet("check")]
    public async Task<IActionResult> Check(string code, AskForm form, CancellationToken ct)
    {
        var page = await PageAsync(code, form, ct);
        return page.Chosen is { CanAsk: true }
            ? View("/Features/Enrolments/AskCheck.cshtml", page)
            : View("/Features/Enrolments/Ask.cshtml", page);
    }

    [HttpPost("")]
    public async Task<IActionResult> Send(string code, [FromForm] AskForm form, CancellationToken ct)
    {
        var page = await PageAsync(code, form, ct);
        if (page.Chosen is not { } employer)
            return View("/Features/Enrolments/Ask.cshtml", page);

        var wanted = code.AsCode();
        var session = await db.Sessions.AsNoTracking().Where(s => s.Code == wanted).OneAsync(ct);
        var line = (await enrol.HandleAsync(new(session.Id, employer.Id, [new(Self, !form.WithoutTimeRelease, form.Scheme)]), ct))[0];
        db.ChangeTracker.Clear();

        // The same form sent twice leads to the enrolment that it made.
        var known = line.Outcome.Refusal is AlreadyEnrolled
            ? await db.Enrolments.Where(e => e.SessionId == session.Id && e.PersonId == Self).Select(e => e.Id).SingleAsync(ct)
            : line.Outcome.Value;
        if (line.Outcome.Refusal is not null and not AlreadyEnrolled)
            return View("/Features/Enrolments/Ask.cshtml", (await PageAsync(code, form, ct)) with { Refusal = line.Outcome.Refusal });

        TempData["Done"] = texts["Ask_Done"];
        return Redirect(texts.Path($"enrolments/{known.Value}"));
    }

    private PersonId Self => user.Person ?? throw new NotFoundException(nameof(Person));

    private Task<AskPage> PageAsync(string code, AskForm form, CancellationToken ct) => AskPage.FindAsync(db, clock, forecasts, code, Self, form, ct);
}
