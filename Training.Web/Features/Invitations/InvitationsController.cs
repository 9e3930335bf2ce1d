using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Invitations;

/// <summary>Training officers and the secretariat invite people to their own file.</summary>
[Route("/{lang:lang}/invitations")]
[Authorize(Policies.InvitePeople)]
public sealed class InvitationsController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, OpenAccount open, InviteToAccount invite) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, CancellationToken ct) => View(await InvitationsPage.FindAsync(db, user.Reader, q, clock.Today, ct));

    [HttpPost("")]
    public async Task<IActionResult> Index([FromForm] InviteForm form, CancellationToken ct)
    {
        var account = await open.HandleAsync(new(null, new PersonId(form.Person), user.Reader), ct);
        var outcome = account.Refusal is { } refusal ? refusal : await invite.HandleAsync(new(account.Value, form.OnPaper ? null : form.Address, FirstOnly: true), ct);
        var person = await db.People.AsNoTracking().VisibleTo(user.Reader, db).Where(p => p.Id == new PersonId(form.Person)).OneAsync(ct);
        if (outcome.Refusal is null)
            return View("_Invitation", InvitationToHandOver.Of(outcome.Value!, person.FullName, school, texts, "invitations"));

        ModelState.AddModelError(nameof(form.Address), $"{person.FullName}: {texts.Of(outcome.Refusal)}");
        return View((await InvitationsPage.FindAsync(db, user.Reader, form.Q, clock.Today, ct)) with { Refused = form });
    }
}
