using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.TimeRelease;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Approvals;

[Route("/{lang:lang}/approvals")]
[Authorize(Policies.DecideRequests)]
public sealed class ApprovalsController(
    TrainingDbContext db, CurrentUser user, Texts texts, TimeReleaseAccounts accounts, DecideRequest decideRequest) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? session, IReadOnlyList<Guid> decided, CancellationToken ct) =>
        View(await PageAsync(new DecisionForm { Session = session }, decided, ct));

    [HttpPost("")]
    [ShowsNationalNumberAt(nameof(DecisionForm.Reason))]
    public async Task<IActionResult> Index([FromForm] DecisionForm form, string? lang, CancellationToken ct)
    {
        ModelState.Clear();
        if (NationalNumberDetector.IsIn(form.Reason))
        {
            ModelState.AddModelError(nameof(form.Reason), texts["NationalNumberFound"]);
            return View(await PageAsync(form, [], ct));
        }

        if (form.Lacks is { } missing)
        {
            var field = missing switch
            {
                "Approvals_TickSomebody" => nameof(form.Enrolment),
                "Approvals_GiveAReason" => nameof(form.Cause),
                _ => nameof(form.Reason),
            };
            ModelState.AddModelError(field, texts[missing, EnrolmentTransition.ReasonMaxLength]);
            return View(await PageAsync(form, [], ct));
        }

        var ids = form.Enrolment.Distinct().Select(id => new EnrolmentId(id)).ToList();
        var names = await NamesAsync(ids, ct);
        if (names.Count != ids.Count)
            return NotFound();

        var refusals = new List<(string, Refusal)>();
        foreach (var id in ids)
        {
            var outcome = await decideRequest.HandleAsync(new DecideRequest.Request(id, form.Approves, form.Approves ? null : form.Words, user.Reader, form.Approves ? null : form.Cause), ct);
            if (outcome.Refusal is { } refusal && !IsTheSameAnswer(refusal, form.Approves))
                refusals.Add((names[id], refusal));
        }

        // Forget what a refused decision left half-changed before reading the page again.
        db.ChangeTracker.Clear();
        return refusals.Count == 0
            ? RedirectToAction(nameof(Index), new { lang, session = form.Session, decided = form.Enrolment })
            : View((await PageAsync(form, [.. form.Enrolment], ct)) with { Refusals = refusals });
    }

    // A form sent twice gives the answer that stands already.
    private static bool IsTheSameAnswer(Refusal refusal, bool approves) =>
        refusal is AlreadyDecided already && approves == (already.Status != EnrolmentStatus.EmployerRefused);

    private async Task<Dictionary<EnrolmentId, string>> NamesAsync(IReadOnlyList<EnrolmentId> ids, CancellationToken ct) => await (
        from enrolment in db.Enrolments.OfEmployer(user.Reader)
        join person in db.People on enrolment.PersonId equals person.Id
        where ids.Contains(enrolment.Id)
        select new { enrolment.Id, Name = person.FirstName + " " + person.LastName }).ToDictionaryAsync(row => row.Id, row => row.Name, ct);

    private Task<ApprovalsPage> PageAsync(DecisionForm form, IReadOnlyList<Guid> decided, CancellationToken ct) =>
        ApprovalsPage.FindAsync(db, accounts, user.Reader, form, decided, ct);
}
