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
    public async Task<IActionResult> Index(TrainingHoursForm form, CancellationToken ct)
    {
        var report = await ReportAsync(form, ct);
        if (report is null)
            ModelState.AddModelError(nameof(form.To), texts["Reports_DatesWrong", TrainingHoursForm.MaxYears]);
        return View("/Features/Reports/StaffTime.cshtml", new StaffTimePage(await TrainingHoursPage.FindAsync(db, user.Reader, form, null, ct), report));
    }

    [HttpGet("staff-time.xlsx")]
    public Task<IActionResult> Sheet(TrainingHoursForm form, CancellationToken ct) => DownloadAsync(form, "xlsx", ContentTypes.Workbook, ReportExcel.Write, ct);

    [HttpGet("staff-time.pdf")]
    public Task<IActionResult> Paper(TrainingHoursForm form, CancellationToken ct) =>
        DownloadAsync(form, "pdf", "application/pdf", (report, words) => ReportPdf.Write(report, words, school.NameIn(words.Language)), ct);

    [HttpGet("staff-time.csv")]
    public Task<IActionResult> Flat(TrainingHoursForm form, CancellationToken ct) => DownloadAsync(form, "csv", "text/csv; charset=utf-8", ReportCsv.Write, ct);

    private async Task<IActionResult> DownloadAsync(TrainingHoursForm form, string extension, string contentType, Func<Report, Wording, byte[]> write, CancellationToken ct) =>
        await ReportAsync(form, ct) is { } report
            ? File(write(report, Wording.In(texts.Language)), contentType, $"{StaffTimeQuery.Id}-{report.Question.From:yyyyMMdd}-{report.Question.To:yyyyMMdd}.{extension}")
            : BadRequest();

    private async Task<Report?> ReportAsync(TrainingHoursForm form, CancellationToken ct) =>
        ModelState.IsValid && form.FilterOn(clock.Today) is { } filter ? await staffTime.HandleAsync(new(filter, user.Reader, user.Name), ct) : null;
}
