using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Domain.ReportSubscriptions;
using Training.Domain.Time;
using Training.Domain.Work;
using Training.Reports.Reporting;
using Training.Reports.Subscriptions;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Reports;

/// <summary>Reports that come by rule: to subscribe to, to send at once, to resume and to end.</summary>
[Route("/{lang:lang}/reports/subscriptions")]
[Authorize(Policies.ReadReports)]
public sealed class SubscriptionsController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, ReportDesk desk, RecordByRecord each,
    SubscribeToReport subscribe, SendSubscribedReports send, ResumeSubscription resume, EndSubscription end) : Controller
{
    private static readonly IReadOnlyCollection<Role> MayRead = Roles.Able(Policies.ReadReports);

    [HttpGet("")]
    public Task<IActionResult> Index(SubscriptionForm form, CancellationToken ct)
    {
        form.Readers ??= user.Account is { } self ? [self.Value] : [];
        return ShowAsync(form, ct);
    }

    [HttpPost("")]
    public async Task<IActionResult> Subscribe([FromForm] SubscriptionForm form, CancellationToken ct)
    {
        if (form.Report is not { } report || !desk.Ids.Contains(report))
            throw new NotFoundException(nameof(Report));

        await AskedNames.FindAsync(db, new ReportContext(form.Asked, user.Reader, clock.Now), ct);
        var outcome = ReportLayout.Of(report).RefusalOf(form.Asked) is { } unpublished ? unpublished : ModelState.IsValid ? await subscribe.HandleAsync(new(form.Wanted(report), form.ReaderIds), ct) : new RuleUnreadable();
        if (!outcome.IsRefused)
            return Done("Subscriptions_Made");

        ModelState.Clear();
        ModelState.AddModelError(outcome.Refusal switch
        {
            NoPublicVersion or PublicVersionIsOfAll => nameof(form.Published),
            ReadersMissing => nameof(form.Readers),
            _ => nameof(form.Rule),
        }, texts.Of(outcome.Refusal));
        return await ShowAsync(form, ct);
    }

    [HttpPost("{id:guid}/send")]
    public async Task<IActionResult> Send(Guid id, CancellationToken ct)
    {
        // What goes wrong is noted with the subscription, and told on its line.
        each.GoOn();
        if (await send.HandleAsync(new(MayRead, new ReportSubscriptionId(id)), ct) == 1)
            return Done("Subscriptions_Sent");
        if (each.Failures.Count == 0)
            throw new NotFoundException(nameof(ReportSubscription));

        TempData["Refused"] = texts["Subscriptions_NotSent"];
        return Redirect(texts.Path("reports/subscriptions"));
    }

    [HttpPost("{id:guid}/resume")]
    public async Task<IActionResult> Resume(Guid id, CancellationToken ct) => Told(await resume.HandleAsync(new(id), ct), "Subscriptions_Resumed");

    [HttpPost("{id:guid}/end")]
    public async Task<IActionResult> End(Guid id, CancellationToken ct) => Told(await end.HandleAsync(new(id), ct), "Subscriptions_Ended");

    private async Task<IActionResult> ShowAsync(SubscriptionForm form, CancellationToken ct) =>
        View("/Features/Reports/Subscriptions.cshtml", await SubscriptionsPage.FindAsync(db, form, [.. desk.Ids.Order(StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering))], MayRead, clock, ct));

    private RedirectResult Done(string textKey)
    {
        TempData["Done"] = texts[textKey];
        return Redirect(texts.Path("reports/subscriptions"));
    }

    private RedirectResult Told(Outcome<Done> outcome, string textKey)
    {
        if (!outcome.IsRefused)
            return Done(textKey);

        TempData["Refused"] = texts.Of(outcome.Refusal);
        return Redirect(texts.Path("reports/subscriptions"));
    }
}
