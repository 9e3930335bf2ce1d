using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.MySignIns;

/// <summary>
/// The ways in which one signs in oneself: a personal address beside the employer's, so that the own file and the certificates stay
/// within reach after leaving.
/// </summary>
[Route("/{lang:lang}/my-sign-ins")]
public sealed class MySignInsController(TrainingDbContext db, CurrentUser user, SchoolOptions school, Texts texts, InviteToAccount invite) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await PageAsync(ct));

    [HttpPost("")]
    public async Task<IActionResult> Add([FromForm] string? address, CancellationToken ct)
    {
        var outcome = await invite.HandleAsync(new(Account, address), ct);
        if (outcome.Refusal is null)
            return View("_Invitation", InvitationToHandOver.Of(outcome.Value!, user.Name, school, texts, "my-sign-ins"));

        ModelState.AddModelError(nameof(address), texts.Of(outcome.Refusal));
        return View(nameof(Index), (await PageAsync(ct)) with { Address = address });
    }

    private AccountId Account => user.Account ?? throw new NotFoundException(nameof(Domain.Accounts.Account));

    private async Task<MySignInsPage> PageAsync(CancellationToken ct)
    {
        var account = Account;
        return new(await db.SignInIdentities.AsNoTracking().Where(i => i.AccountId == account).OrderBy(i => i.RecordedAt).ToListAsync(ct));
    }
}
