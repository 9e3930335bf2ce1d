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
    [HttpGet("r8")]
    [HttpGet("training-hours")]
    public async Task<IActionResult> TrainingHours(TrainingHoursForm form, CancellationToken ct)
    {
        var report = await ReportAsync(form, ct);
        if (report is null)
            ModelState.AddModelError(nameof(form.To), texts["Reports_DatesWrong", TrainingHoursForm.MaxYears]);
        return View(nameof(TrainingHours), await TrainingHoursPage.FindAsync(db, Reader, form, report, ct));
    }

    [HttpGet("r8.xlsx")]
    [HttpGet("training-hours.xlsx")]
    public Task<IActionResult> TrainingHoursXlsx(TrainingHoursForm form, CancellationToken ct) =>
        DownloadAsync(form, "xlsx", ContentTypes.Workbook, TrainingHoursExcel.Write, ct);

    [HttpGet("r8.pdf")]
    [HttpGet("training-hours.pdf")]
    public Task<IActionResult> TrainingHoursOnPaper(TrainingHoursForm form, CancellationToken ct) =>
        DownloadAsync(form, "pdf", "application/pdf", (report, words) => TrainingHoursPdf.Write(report, words, school.NameIn(words.Language)), ct);

    [HttpGet("r8.csv")]
    [HttpGet("training-hours.csv")]
    public Task<IActionResult> TrainingHoursFlat(TrainingHoursForm form, CancellationToken ct) =>
        DownloadAsync(form, "csv", "text/csv; charset=utf-8", TrainingHoursCsv.Write, ct);

    // A funder has a right to the figures of all that it pays, at any employer, and to names only where its grant allows them.
    private Reader Reader => user.Funders.Count > 0 ? Domain.Reader.WholeSchool : user.Reader;

    private async Task<IActionResult> DownloadAsync(
        TrainingHoursForm form, string extension, string contentType, Func<TrainingHours, Wording, byte[]> write, CancellationToken ct)
    {
        if (await ReportAsync(form, ct) is not { } report)
            return BadRequest();

        return File(write(report, Wording.In(texts.Language)), contentType, $"training-hours-{report.Filter.From:yyyyMMdd}-{report.Filter.To:yyyyMMdd}.{extension}");
    }

    private async Task<TrainingHours?> ReportAsync(TrainingHoursForm form, CancellationToken ct)
    {
        if (user.Funders.Count > 0)
            form.Funder = user.Funders.FirstOrDefault(funder => string.IsNullOrEmpty(form.Funder) || funder == form.Funder) ?? throw new NotFoundException(nameof(Domain.Funding.Funder));

        return ModelState.IsValid && form.FilterOn(clock.Today) is { } filter
            ? await trainingHours.HandleAsync(new(filter, Reader, user.Name, user.Reader.HidesNames), ct)
            : null;
    }
}
