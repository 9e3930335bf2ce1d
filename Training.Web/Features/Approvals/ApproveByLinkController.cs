using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Approvals;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Messages;

namespace Training.Web.Features.Approvals;

/// <summary>
/// The answer from a mail, without signing in. Opening the link shows and changes nothing, for mail programs open links by themselves;
/// the button decides, once.
/// </summary>
[Route("/{lang:lang}/approve/{token}")]
[AllowAnonymous]
public sealed class ApproveByLinkController(
    TrainingDbContext db, OfficeClock clock, Texts texts, ApprovalLinks links, CurrentActor actor, DecideRequest decide) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string token, CancellationToken ct) => Page((await ApproveByLinkPage.FindAsync(db, clock, AskOf(token), ct)).Page);

    [HttpPost("")]
    public async Task<IActionResult> Decide(string token, [FromForm] DecisionForm form, CancellationToken ct)
    {
        var (page, ask, enrolment) = await ApproveByLinkPage.FindAsync(db, clock, AskOf(token), ct);
        if (!page.Works)
            return Page(page);

        ModelState.Clear();
        if (NationalNumberDetector.IsIn(form.Reason))
            return Page(page with { Form = form, Refused = [texts["NationalNumberFound"]] });
        if (form.LacksInAnswer is { } missing)
            return Page(page with { Form = form, Refused = [texts[missing, EnrolmentTransition.ReasonMaxLength]] });

        actor.ActFor(new Actor(page.Approver, "link"));
        var reader = new Reader { Organisations = [enrolment.OrganisationId], AsSelf = ask.RecipientId };
        var outcome = await decide.HandleAsync(
            new(enrolment.Id, form.Approves, form.Words, reader, form.Approves ? null : form.Cause, ask.Id), ct);
        db.ChangeTracker.Clear();
        var (after, _, _) = await ApproveByLinkPage.FindAsync(db, clock, ask.Id, ct);
        return Page(outcome.IsRefused ? after with { Form = form, Refused = [texts.Of(outcome.Refusal)] } : after with { Answered = outcome.Value });
    }

    private ApprovalAskId AskOf(string token) => links.Read(token) ?? throw new NotFoundException(nameof(ApprovalAsk));

    // The address is a key: it is neither kept by a browser nor told to another site.
    private ViewResult Page(ApproveByLinkPage page)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return View("/Features/Approvals/ByLink.cshtml", page);
    }
}
