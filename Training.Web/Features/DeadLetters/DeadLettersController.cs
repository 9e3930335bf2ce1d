using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Messages;

namespace Training.Web.Features.DeadLetters;

/// <summary>Messages that could not be sent: somebody corrects an address, or calls.</summary>
[Route("/{lang:lang}/undelivered-messages")]
[Authorize(Policies.ManagePeople)]
public sealed class DeadLettersController(TrainingDbContext db, OfficeClock clock, Texts texts, MessageWriter writer) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await DeadLettersPage.FindAsync(db, clock, texts.Language, ct));

    /// <summary>What is owed to people without an address.</summary>
    [HttpGet("letters")]
    public async Task<IActionResult> Letters(CancellationToken ct) => View(await LettersPage.FindAsync(db, clock, writer, texts.Language, ct));

    [HttpPost("{id:guid}/told")]
    public async Task<IActionResult> Told(Guid id, string? lang, CancellationToken ct)
    {
        var message = await db.OutboxMessages.Unsent().Where(m => m.Id == new OutboxMessageId(id) && m.DeadAt != null).OneAsync(ct);
        message.MarkTold(clock.Now);
        await db.SaveChangesAsync(ct);
        TempData["Done"] = texts["Letters_WasTold"];
        return RedirectToAction(nameof(Letters), new { lang });
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> TryAgain(Guid id, string? lang, CancellationToken ct)
    {
        var message = await db.OutboxMessages.Unsent().Where(m => m.Id == new OutboxMessageId(id)).OneAsync(ct);
        message.TryAgain();
        await db.SaveChangesAsync(ct);
        TempData["Done"] = texts["DeadLetters_AskedAgain"];
        return RedirectToAction(nameof(Index), new { lang });
    }
}
