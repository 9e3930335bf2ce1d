using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Users;

/// <summary>Who may sign in, and as what. It shows accounts and never what stands in a personal file.</summary>
[Route("/{lang:lang}/users")]
[Authorize(Policies.ManageUsers)]
public sealed class UsersController(
    TrainingDbContext db, OfficeClock clock, Texts texts, SchoolOptions school,
    OpenAccount open, GrantRole grantRole, EndRole endRole, BlockAccount block, InviteToAccount invite) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, CancellationToken ct) => View(await UsersPage.FindAsync(db, q, clock.Today, ct));

    [HttpPost("")]
    public async Task<IActionResult> Open([FromForm] string? name, string? lang, CancellationToken ct)
    {
        // The school's own staff and funders; people with a file are invited by their employer or by the secretariat.
        var outcome = await open.HandleAsync(new(name, Person: null, Reader.Nobody), ct);
        if (outcome.Refusal is null)
            return RedirectToAction(nameof(Account), new { lang, id = outcome.Value.Value });

        ModelState.AddModelError(nameof(name), texts.Of(outcome.Refusal));
        return View(nameof(Index), (await UsersPage.FindAsync(db, null, clock.Today, ct)) with { NewName = name });
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Account(Guid id, CancellationToken ct) => View(await PageAsync(id, new GrantForm(), ct));

    [HttpPost("{id:guid}/roles")]
    public async Task<IActionResult> Grant(Guid id, [FromForm] GrantForm form, string? lang, CancellationToken ct)
    {
        var outcome = form.Role is { } role
            ? await grantRole.HandleAsync(new(new AccountId(id), role, form.Organisation?.Trim(), form.Funder, form.ShowsNames), ct)
            : new RoleScopeMissing();
        if (outcome.Refusal is null)
            return Done(id, lang, "Users_Granted");

        ModelState.AddModelError(nameof(form.Role), texts.Of(outcome.Refusal));
        return View(nameof(Account), await PageAsync(id, form, ct));
    }

    [HttpPost("{id:guid}/roles/{grant:guid}/end")]
    public async Task<IActionResult> End(Guid id, Guid grant, string? lang, CancellationToken ct) =>
        Told(await endRole.HandleAsync(new(new AccountId(id), new RoleGrantId(grant)), ct), id, lang, "Users_Ended");

    [HttpPost("{id:guid}/block")]
    public async Task<IActionResult> Block(Guid id, [FromForm] bool isBlocked, string? lang, CancellationToken ct) =>
        Told(await block.HandleAsync(new(new AccountId(id), isBlocked), ct), id, lang, isBlocked ? "Users_IsBlocked" : "Users_IsUnblocked");

    [HttpPost("{id:guid}/invitation")]
    public async Task<IActionResult> Invite(Guid id, [FromForm] string? address, CancellationToken ct)
    {
        var outcome = await invite.HandleAsync(new(new AccountId(id), address), ct);
        var page = await PageAsync(id, new GrantForm(), ct);
        if (outcome.Refusal is null)
            return View("_Invitation", InvitationToHandOver.Of(outcome.Value!, page.Name, school, texts, $"users/{id}"));

        ModelState.AddModelError(nameof(address), texts.Of(outcome.Refusal));
        return View(nameof(Account), page with { Address = address });
    }

    private Task<UserPage> PageAsync(Guid id, GrantForm form, CancellationToken ct) => UserPage.FindAsync(db, new AccountId(id), form, clock.Today, ct);

    private RedirectToActionResult Done(Guid id, string? lang, string textKey)
    {
        TempData["Done"] = texts[textKey];
        return RedirectToAction(nameof(Account), new { lang, id });
    }

    private RedirectToActionResult Told(Outcome<Done> outcome, Guid id, string? lang, string textKey)
    {
        if (outcome.Refusal is null)
            return Done(id, lang, textKey);

        TempData["Refused"] = texts.Of(outcome.Refusal);
        return RedirectToAction(nameof(Account), new { lang, id });
    }
}
