using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.AccessRequests;

/// <summary>The training officer of the employer, or the secretariat, says who it is that asks for access.</summary>
[Route("/{lang:lang}/access-requests")]
[Authorize(Policies.InvitePeople)]
public sealed class AccessRequestsController(TrainingDbContext db, CurrentUser user, Texts texts, GrantAccess grant, RefuseAccess refuse) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await AccessRequestsPage.FindAsync(db, user.Reader, ct));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Decide(Guid id, string? q, CancellationToken ct) => View(await PageAsync(id, q, ct));

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Decide(Guid id, [FromForm] DecisionForm form, CancellationToken ct)
    {
        var page = await PageAsync(id, null, ct);
        if (await DecideAsync(new AccessRequestId(id), form, ct) is { } error)
            return View((await PageAsync(id, null, ct)) with { Form = form, Error = error });

        TempData["Done"] = texts[form.Decision == DecisionForm.Grant ? "AccessRequests_GrantedTo" : "AccessRequests_RefusedTo", page.Line.Request.FullName];
        return Redirect(texts.Path("access-requests"));
    }

    /// <returns>What is wrong, worded; nothing when it is decided.</returns>
    private async Task<string?> DecideAsync(AccessRequestId id, DecisionForm form, CancellationToken ct)
    {
        Refusal? refusal;
        switch (form.Decision)
        {
            case DecisionForm.Grant when form.Person is null:
                return texts["AccessRequests_SayWho"];
            case DecisionForm.Grant:
                refusal = (await grant.HandleAsync(new(id, new PersonId(form.Person.Value), user.Reader), ct)) is { IsRefused: true } no ? no.Refusal : null;
                break;
            case DecisionForm.Refuse:
                refusal = (await refuse.HandleAsync(new(id, form.Reason, user.Reader), ct)) is { IsRefused: true } not ? not.Refusal : null;
                break;
            default:
                return texts["PersonRequests_Choose"];
        }

        return refusal is null ? null : texts.Of(refusal);
    }

    private Task<AccessRequestPage> PageAsync(Guid id, string? query, CancellationToken ct) =>
        AccessRequestPage.FindAsync(db, new AccessRequestId(id), user.Reader, query, texts.Language, ct);
}
