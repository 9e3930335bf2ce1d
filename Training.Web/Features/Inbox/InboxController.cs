using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Inbox;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Inbox;

[Route("/{lang:lang}/inbox")]
[Authorize(Policies.ManageSessions)]
public sealed class InboxController(TrainingDbContext db, CurrentUser user, Texts texts, IEnumerable<InboxSource> sources, ClaimItem claim) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(InboxFilter filter, CancellationToken ct) => View(await PageAsync(filter, ct));

    /// <summary>Claims, frees or decides what was ticked of one kind. Each item stands alone: one that is refused leaves the others decided.</summary>
    [HttpPost("{kind}")]
    public async Task<IActionResult> Index(string kind, [FromForm] InboxForm form, CancellationToken ct)
    {
        var source = sources.SingleOrDefault(s => s.Kind == kind) ?? throw new NotFoundException(nameof(InboxSource));
        if (Lacks(source, form) is { } missing)
            return View((await PageAsync(new InboxFilter { Kind = kind }, ct)) with { Typed = form, Refused = missing });

        var titles = (await source.FindAsync(ct)).ToDictionary(item => item.Id, item => item.Title);
        var refusals = new List<(string, Refusal)>();
        var ticked = form.Item.Distinct().Where(titles.ContainsKey).ToList();
        foreach (var item in ticked)
        {
            var outcome = await ActAsync(source, item, form, ct);
            if (outcome.IsRefused)
                refusals.Add((titles[item], outcome.Refusal));
        }

        db.ChangeTracker.Clear();
        if (refusals.Count > 0)
            return View((await PageAsync(new InboxFilter { Kind = kind }, ct)) with { Refusals = refusals });

        TempData["Done"] = texts.Counted("Inbox_Done", ticked.Count);
        return Redirect(texts.Path($"inbox?kind={kind}"));
    }

    private Task<Outcome<Done>> ActAsync(InboxSource source, Guid item, InboxForm form, CancellationToken ct) => form.Action switch
    {
        InboxForm.Claim => claim.HandleAsync(new(source.Kind, item, Take: true), ct),
        InboxForm.Release => claim.HandleAsync(new(source.Kind, item, Take: false), ct),
        _ => source.DecideAsync(item, form.Action!, form.Reason?.Trim(), ct),
    };

    /// <summary>What is missing, worded, or nothing.</summary>
    private string? Lacks(InboxSource source, InboxForm form)
    {
        if (form.Item.Count == 0)
            return texts["Inbox_TickSome"];
        if (form.Action is InboxForm.Claim or InboxForm.Release)
            return null;
        if (source.Decisions.FirstOrDefault(d => d.Code == form.Action) is not { } decision)
            return texts["Inbox_ChooseDecision"];
        if (decision.NeedsReason && string.IsNullOrWhiteSpace(form.Reason))
            return texts["Inbox_GiveAReason"];
        if (form.Reason?.Length > InboxForm.ReasonMaxLength)
            return texts["Approvals_ReasonTooLong", InboxForm.ReasonMaxLength];
        return NationalNumberDetector.IsIn(form.Reason) ? texts["NationalNumberFound"] : null;
    }

    private Task<InboxPage> PageAsync(InboxFilter filter, CancellationToken ct) => InboxPage.FindAsync(db, sources, filter, user.Actor.Name, ct);
}
