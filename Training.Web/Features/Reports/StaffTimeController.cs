using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Reporting;
using Training.Reports.StaffTime;
using Training.Reports.Words;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Reports;

/// <summary>Whether staff get the time for training: of the whole school for its manager, of their own staff for employers.</summary>
[Route("/{lang:lang}/reports")]
[Authorize(Policies.ReadGecoStatements)]
public sealed class StaffTimeController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, StaffTimeQuery staffTime) : Controller
{
    [HttpGet("staff-time")]
    public async Task<IActionResult> Index(ReportForm form, CancellationToken ct)
    {
        var report = await ReportAsync(form, ct);
        if (report is null)
            ModelState.AddModelError(nameof(form.To), texts["Reports_DatesWrong", ReportForm.MaxYears]);
        return View("/Features/Reports/StaffTime.cshtml", new ReportPage(StaffTimeQuery.Id, form, report, await ReportChoices.FindAsync(db, user.Reader, ct)));
    }

    [HttpGet("staff-time.xlsx")]
    public Task<IActionResult> Sheet(ReportForm form, CancellationToken ct) => DownloadAsync(form, ReportFile.Workbook, ct);

    [HttpGet("staff-time.pdf")]
    public Task<IActionResult> Paper(ReportForm form, CancellationToken ct) => DownloadAsync(form, ReportFile.Paper, ct);

    [HttpGet("staff-time.csv")]
    public Task<IActionResult> Flat(ReportForm form, CancellationToken ct) => DownloadAsync(form, ReportFile.Flat, ct);

    private async Task<IActionResult> DownloadAsync(ReportForm form, ReportFile kind, CancellationToken ct)
    {
        var words = Wording.In(texts.Language);
        return await ReportAsync(form, ct) is { } report ? kind.Of(report, words, school.NameIn(words.Language)) : BadRequest();
    }

    private async Task<Report?> ReportAsync(ReportForm form, CancellationToken ct) =>
        ModelState.IsValid && form.QuestionOn(StaffTimeQuery.Id, clock.Today) is { } question ? await staffTime.HandleAsync(new(question, user.Reader, user.Name), ct) : null;
}
