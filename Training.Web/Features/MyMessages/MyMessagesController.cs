using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.MyMessages;

/// <summary>When one wants the messages that can be refused: at once, gathered, or not at all.</summary>
[Route("/{lang:lang}/my-messages")]
public sealed class MyMessagesController(TrainingDbContext db, CurrentUser user, HeldRoles roles, Texts texts, ChooseDeliveries choose) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await MyMessagesPage.FindAsync(db, roles, Account, ct));

    [HttpPost("")]
    public async Task<IActionResult> Choose([FromForm] Dictionary<MessageKind, Delivery> wanted, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return BadRequest();

        await choose.HandleAsync(new(Account, wanted), ct);
        TempData["Done"] = texts["MyMessages_Kept"];
        return Redirect(texts.Path("my-messages"));
    }

    private AccountId Account => user.Account ?? throw new NotFoundException(nameof(Domain.Accounts.Account));
}
