using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.TrainingHours;
using Training.Reports.Words;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Reports;

[Route("/{lang:lang}/reports")]
[Authorize(Policies.ReadTrainingHours)]
public sealed class ReportsController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, TrainingHoursQuery trainingHours) : Controller
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("training-hours")]
    public async Task<IActionResult> TrainingHours(TrainingHoursForm form, CancellationToken ct)
    {
        var report = await ReportAsync(form, ct);
        if (report is null)
            ModelState.AddModelError(nameof(form.To), texts["Reports_DatesWrong", TrainingHoursForm.MaxYears]);
        return View(await TrainingHoursPage.FindAsync(db, Reader, form, report, ct));
    }

    [HttpGet("training-hours.xlsx")]
    public Task<IActionResult> TrainingHoursXlsx(TrainingHoursForm form, CancellationToken ct) =>
        DownloadAsync(form, "xlsx", Workbook, TrainingHoursExcel.Write, ct);

    [HttpGet("training-hours.pdf")]
    public Task<IActionResult> TrainingHoursOnPaper(TrainingHoursForm form, CancellationToken ct) =>
        DownloadAsync(form, "pdf", "application/pdf", (report, words) => TrainingHoursPdf.Write(report, words, school.NameIn(words.Language)), ct);

    [HttpGet("training-hours.csv")]
    public Task<IActionResult> TrainingHoursFlat(TrainingHoursForm form, CancellationToken ct) =>
        DownloadAsync(form, "csv", "text/csv; charset=utf-8", TrainingHoursCsv.Write, ct);

    // A funder has a right to the figures of the whole school and to nobody's name.
    private bool HidesNames => User.IsInRole(Roles.Funder);

    private Reader Reader => HidesNames ? Domain.Reader.WholeSchool : user.Reader;

    private async Task<IActionResult> DownloadAsync(
        TrainingHoursForm form, string extension, string contentType, Func<TrainingHours, Wording, byte[]> write, CancellationToken ct)
    {
        if (await ReportAsync(form, ct) is not { } report)
            return BadRequest();

        return File(write(report, Wording.In(texts.Language)), contentType, $"training-hours-{report.Filter.From:yyyyMMdd}-{report.Filter.To:yyyyMMdd}.{extension}");
    }

    private async Task<TrainingHours?> ReportAsync(TrainingHoursForm form, CancellationToken ct) =>
        ModelState.IsValid && form.FilterOn(clock.Today) is { } filter
            ? await trainingHours.HandleAsync(new(filter, Reader, user.Name, HidesNames), ct)
            : null;
}
