using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Reporting;
using Training.Reports.Words;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Reports;

/// <summary>
/// The training hours: of the whole school for its manager, of their own staff for employers, of what they pay for funders. Under the number of a
/// run for whoever may open runs.
/// </summary>
[Route("/{lang:lang}/reports")]
[Authorize(Policies.ReadTrainingHours)]
public sealed class TrainingHoursController(TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, ReportDesk desk) : Controller
{
    private const string Id = "r8";

    [HttpGet("r8")]
    [HttpGet("training-hours")]
    public async Task<IActionResult> Page(ReportForm form, CancellationToken ct)
    {
        var question = QuestionOf(form);
        if (question is null)
            ModelState.AddModelError(nameof(form.To), texts["Reports_DatesWrong", ReportForm.MaxYears]);
        return View("/Features/Reports/Report.cshtml", new ReportPage(
            Id, form, question is null ? null : await desk.FindAsync(question, user.Name, Reader, ct), await ReportChoices.FindAsync(db, Reader, ct), Reader.HidesNames));
    }

    [HttpGet("r8.xlsx")]
    [HttpGet("training-hours.xlsx")]
    public Task<IActionResult> Sheet(ReportForm form, CancellationToken ct) => DownloadAsync(form, ReportFile.Workbook, ct);

    [HttpGet("r8.pdf")]
    [HttpGet("training-hours.pdf")]
    public Task<IActionResult> Paper(ReportForm form, CancellationToken ct) => DownloadAsync(form, ReportFile.Paper, ct);

    [HttpGet("r8.csv")]
    [HttpGet("training-hours.csv")]
    public Task<IActionResult> Flat(ReportForm form, CancellationToken ct) => DownloadAsync(form, ReportFile.Flat, ct);

    // A funder has a right to the figures of all that it pays, at any employer, and to names only where its grant allows them.
    private Reader Reader => user.Funders.Count > 0 ? Domain.Reader.WholeSchool with { Funders = user.Funders, HidesNames = user.Reader.HidesNames } : user.Reader;

    private async Task<IActionResult> DownloadAsync(ReportForm form, ReportFile kind, CancellationToken ct)
    {
        if (QuestionOf(form) is not { } question)
            return BadRequest();

        var report = user.Can(Policies.ReadReports) ? await desk.RunAsync(question, user.Name, ct) : await desk.FindAsync(question, user.Name, Reader, ct);
        var words = Wording.In(texts.Language);
        return kind.Of(report, words, school.NameIn(words.Language));
    }

    private ReportQuestion? QuestionOf(ReportForm form)
    {
        if (user.Funders.Count > 0)
            form.Funder = user.Funders.FirstOrDefault(funder => string.IsNullOrEmpty(form.Funder) || funder == form.Funder) ?? throw new NotFoundException(nameof(Domain.Funding.Funder));

        return ModelState.IsValid ? form.QuestionOn(Id, clock.Today) : null;
    }
}
