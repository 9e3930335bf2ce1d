using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.PersonRequests;

/// <summary>What people ask about their own files, for the secretariat to answer.</summary>
[Route("/{lang:lang}/person-requests")]
[Authorize(Policies.ManagePeople)]
public sealed class PersonRequestsController(TrainingDbContext db, Texts texts, ErasureReview review, AnswerPersonRequest answerRequest) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await PageAsync(null, null, null, ct));

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Answer(Guid id, [FromForm] string? answer, [FromForm] string? decision, CancellationToken ct)
    {
        var asked = new PersonRequestId(id);
        if (!await db.PersonRequests.AnyAsync(r => r.Id == asked, ct))
            return NotFound();

        var error = string.IsNullOrWhiteSpace(answer) ? texts["PersonRequests_SayWhy"]
            : answer.Trim().Length > PersonRequest.TextMaxLength ? texts["Form_TooLong", PersonRequest.TextMaxLength]
            : decision is not ("grant" or "refuse") ? texts["PersonRequests_Choose"]
            : null;
        if (error is null)
        {
            var outcome = await answerRequest.HandleAsync(new(asked, decision == "grant", answer!.Trim()), ct);
            error = outcome.IsRefused ? texts.Of(outcome.Refusal) : null;
        }

        if (error is not null)
            return View(nameof(Index), await PageAsync(id, answer, error, ct));

        TempData["Done"] = texts["PersonRequests_Answered"];
        return Redirect(texts.Path("person-requests"));
    }

    private async Task<PersonRequestsPage> PageAsync(Guid? id, string? typed, string? error, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var page = await PersonRequestsPage.FindAsync(db, review, ct);
        return page with { Typed = id is { } of ? new(of, typed, error!) : null };
    }
}
