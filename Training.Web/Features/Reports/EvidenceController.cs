using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.EvidenceBundles;
using Training.Reports.SignInSheets;
using Training.Reports.Words;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Reports;

/// <summary>Bundles of evidence (R9) for whoever inspects: of a grant, of a session or of chosen persons. Each is written down, and its link expires.</summary>
[Route("/{lang:lang}/reports/evidence")]
[Authorize(Policies.ReadReports)]
public sealed class EvidenceController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, EvidenceBundleQuery bundles, SignInSheetQuery sheets, ExportEvidence export) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index([FromQuery] EvidenceForm form, CancellationToken ct) => ShowAsync(form, [], ct);

    [HttpPost("")]
    public async Task<IActionResult> Take([FromForm] EvidenceForm form, CancellationToken ct)
    {
        form.TakeStep();
        if (form.Step != "export")
            return await ShowAsync(form, [], ct);
        if (await ProblemsOfAsync(form, ct) is { Count: > 0 } problems)
            return await ShowAsync(form, problems, ct);

        var words = Wording.In(texts.Language);
        var outcome = await export.HandleAsync(new(form.ScopeOn(clock.Today).Value!, form.Purpose, words, school.NameIn(words.Language), user.Name), ct);
        if (outcome.IsRefused)
            return await ShowAsync(form, new() { [nameof(form.Purpose)] = texts.Of(outcome.Refusal) }, ct);

        TempData["Done"] = texts["Evidence_Made", outcome.Value.Number];
        return Redirect(texts.Path("reports/evidence"));
    }

    /// <summary>What would be left to see of a scan.</summary>
    [HttpGet("scans/{id:guid}.jpg")]
    public async Task<IActionResult> Preview(Guid id, string? keep, CancellationToken ct)
    {
        var scan = await db.SheetScans.AsNoTracking().Where(s => s.Id == new SheetScanId(id)).OneAsync(ct);
        return ScanCopy.Of(scan.Content, scan.ContentType, EvidenceForm.Stripes(keep) ?? []) is { } copy ? File(copy, "image/jpeg") : NotFound();
    }

    [HttpGet("{code}.zip")]
    public async Task<IActionResult> Download(string code, CancellationToken ct)
    {
        var made = await db.EvidenceExports.AsNoTracking().Where(e => e.Code == code).OneAsync(ct);
        var file = made.ExpiresAt <= clock.Now ? null : await db.EvidenceExportFiles.AsNoTracking().SingleOrDefaultAsync(f => f.ExportNumber == made.Number, ct);
        if (file is not null)
            return File(file.Content, "application/zip", $"evidence-{made.Number}.zip");

        Response.StatusCode = StatusCodes.Status410Gone;
        return await ShowAsync(new EvidenceForm(), new() { [""] = texts["Evidence_Expired", made.Number] }, ct);
    }

    private async Task<IActionResult> ShowAsync(EvidenceForm form, Dictionary<string, string> problems, CancellationToken ct) =>
        View("/Features/Reports/Evidence.cshtml", (await EvidencePage.FindAsync(db, bundles, sheets, school.SheetOffice(), form, clock, ct)) with { Problems = problems });

    private async Task<Dictionary<string, string>> ProblemsOfAsync(EvidenceForm form, CancellationToken ct)
    {
        var problems = new Dictionary<string, string>();
        var asked = form.ScopeOn(clock.Today);
        if (asked.IsRefused)
            problems[nameof(form.To)] = texts.Of(asked.Refusal);
        else if (ModelState[nameof(form.From)]?.Errors.Count > 0 || ModelState[nameof(form.To)]?.Errors.Count > 0)
            problems[nameof(form.To)] = texts.Of(new DateUnreadable());
        else if (asked.Value.Session is { } session && !await db.Sessions.AnyAsync(s => s.Code == session, ct))
            problems[nameof(form.Session)] = texts["Catalogue_NoSuchSession", session];
        foreach (var scan in form.Copies.Where(scan => form.StripesOf(scan) is not { Count: > 0 }))
            problems[$"keep-{scan}"] = texts["Evidence_StripesWrong"];
        return problems;
    }
}
