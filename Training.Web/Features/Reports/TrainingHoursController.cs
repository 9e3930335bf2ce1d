using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Funding;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Reporting;
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
public sealed class TrainingHoursController(TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, ReportDesk desk)
    : ReportController(db, user, clock, texts, school)
{
    private const string Id = "r8";

    [HttpGet("r8")]
    [HttpGet("training-hours")]
    public Task<IActionResult> Page(ReportForm form, CancellationToken ct) => ShowAsync(Id, form, ct);

    [HttpGet("r8.xlsx")]
    [HttpGet("training-hours.xlsx")]
    public Task<IActionResult> Sheet(ReportForm form, CancellationToken ct) => DownloadAsync(Id, form, ReportFile.Workbook, ct);

    [HttpGet("r8.pdf")]
    [HttpGet("training-hours.pdf")]
    public Task<IActionResult> Paper(ReportForm form, CancellationToken ct) => DownloadAsync(Id, form, ReportFile.Paper, ct);

    [HttpGet("r8.csv")]
    [HttpGet("training-hours.csv")]
    public Task<IActionResult> Flat(ReportForm form, CancellationToken ct) => DownloadAsync(Id, form, ReportFile.Flat, ct);

    // A funder has a right to the figures of all that it pays, at any employer, and to names only where its grant allows them.
    protected override Reader Reader => IsFunder ? Reader.WholeSchool with { Funders = Asker.Funders, HidesNames = Asker.Reader.HidesNames } : Asker.Reader;

    protected override Task<Report> FindAsync(ReportQuestion question, CancellationToken ct) => desk.FindAsync(question, Asker.Name, Reader, ct);

    protected override Task<Report> HandOutAsync(ReportQuestion question, CancellationToken ct) =>
        Asker.Can(Policies.ReadReports) ? desk.RunAsync(question, Asker.Name, ct) : FindAsync(question, ct);

    protected override Outcome<ReportQuestion> QuestionOf(string id, ReportForm form)
    {
        if (IsFunder)
            form.Funder = Asker.Funders.FirstOrDefault(funder => string.IsNullOrEmpty(form.Funder) || funder == form.Funder) ?? throw new NotFoundException(nameof(Funder));

        return base.QuestionOf(id, form);
    }

    private bool IsFunder => Asker.Funders.Count > 0;
}
