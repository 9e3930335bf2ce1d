using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Inbox;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Inbox;

[Route("/{lang:lang}/inbox/new-employer")]
[Authorize(Policies.ManageSessions)]
public sealed class NewEmployerController(TrainingDbContext db, OfficeClock clock, Texts texts, TakeInEmployer takeIn) : Controller
{
    /// <param name="from">The message of the inbox whose answers are filled in.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid? from, string? session, CancellationToken ct)
    {
        var form = new NewEmployerForm { Session = session?.AsCode() };
        if (from is { } id)
        {
            var told = await db.UnknownEmployers.AsNoTracking().Where(e => e.Id == new UnknownEmployerId(id)).OneAsync(ct);
            (form.From, form.NameFr, form.FirstName, form.LastName, form.Email, form.Language) =
                (id, told.Organisation, told.FirstName, told.LastName, told.Email, told.Language);
            form.Session = await db.Sessions.Where(s => s.Id == told.SessionId).Select(s => s.Code).SingleOrDefaultAsync(ct);
        }

        return Page(await NewEmployerPage.FindAsync(db, form, clock.Today, ct));
    }

    [HttpPost("")]
    public async Task<IActionResult> Make([FromForm] NewEmployerForm form, CancellationToken ct)
    {
        var page = await NewEmployerPage.FindAsync(db, form, clock.Today, ct);
        ModelState.Clear();
        if (form.Complaint() is { } complaint)
        {
            ModelState.AddModelError(complaint.Field, texts[complaint.Text]);
            return Page(page);
        }

        if (!page.Sectors.Any(s => s.Code == form.Sector) || !page.Functions.Any(f => f.Code == form.Function))
            return BadRequest();

        SessionId? session = string.IsNullOrEmpty(form.Session) ? null : (await db.Sessions.AsNoTracking().Where(s => s.Code == form.Session).OneAsync(ct)).Id;
        var outcome = await takeIn.HandleAsync(form.ToRequest(session, clock.Today), ct);
        if (outcome.IsRefused)
            return Page(page with { Refusal = outcome.Refusal });

        if (outcome.Value.Enrolment is { IsRefused: false } enrolled)
        {
            TempData["Done"] = texts["NewEmployer_Done"];
            return Redirect(texts.Path($"enrolments/{enrolled.Value.Value}"));
        }

        TempData["Done"] = texts["NewEmployer_DoneWithoutEnrolment"];
        if (outcome.Value.Enrolment is { Refusal: { } refusal })
            TempData["Refused"] = texts.Of(refusal);
        return Redirect(texts.Path("inbox"));
    }

    private ViewResult Page(NewEmployerPage page) => View("/Features/Inbox/NewEmployer.cshtml", page);
}
