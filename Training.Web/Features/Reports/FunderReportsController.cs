using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Reporting;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Reports;

/// <summary>The reports that funders and parliament ask for: on the page as they are now, in files under the number of a run.</summary>
[Route("/{lang:lang}/reports")]
[Authorize(Policies.ReadReports)]
public sealed class FunderReportsController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, ReportDesk desk)
    : ReportController(db, user, clock, texts, school)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View("/Features/Reports/Index.cshtml", await ReportList.FindAsync(Db, ct));

    [HttpGet("r2")]
    [HttpGet("r3")]
    [HttpGet("r4")]
    [HttpGet("r5")]
    [HttpGet("r6")]
    [HttpGet("r9")]
    [HttpGet("r10")]
    [HttpGet("r11")]
    public Task<IActionResult> Page(ReportForm form, CancellationToken ct) => ShowAsync(Asked, form, ct);

    [HttpGet("r2.pdf")]
    [HttpGet("r3.pdf")]
    [HttpGet("r4.pdf")]
    [HttpGet("r5.pdf")]
    [HttpGet("r6.pdf")]
    [HttpGet("r9.pdf")]
    [HttpGet("r10.pdf")]
    [HttpGet("r11.pdf")]
    public Task<IActionResult> Paper(ReportForm form, CancellationToken ct) => DownloadAsync(Asked, form, ReportFile.Paper, ct);

    [HttpGet("r2.xlsx")]
    [HttpGet("r3.xlsx")]
    [HttpGet("r4.xlsx")]
    [HttpGet("r5.xlsx")]
    [HttpGet("r6.xlsx")]
    [HttpGet("r9.xlsx")]
    [HttpGet("r10.xlsx")]
    [HttpGet("r11.xlsx")]
    public Task<IActionResult> Sheet(ReportForm form, CancellationToken ct) => DownloadAsync(Asked, form, ReportFile.Workbook, ct);

    [HttpGet("r2.csv")]
    [HttpGet("r3.csv")]
    [HttpGet("r4.csv")]
    [HttpGet("r5.csv")]
    [HttpGet("r6.csv")]
    [HttpGet("r9.csv")]
    [HttpGet("r10.csv")]
    [HttpGet("r11.csv")]
    public Task<IActionResult> Flat(ReportForm form, CancellationToken ct) => DownloadAsync(Asked, form, ReportFile.Flat, ct);

    /// <summary>A run: its figures worked out again, whether they are still the same, and what is another today.</summary>
    [HttpGet("runs/{number:int}")]
    public async Task<IActionResult> Run(int number, CancellationToken ct)
    {
        var (report, matches) = await desk.RecomputeAsync(number, ct);
        return View("/Features/Reports/Run.cshtml", new RunPage(report, matches, await desk.ChangesAsync(report, ct)));
    }

    [HttpGet("runs/{number:int}.pdf")]
    public Task<IActionResult> RunOnPaper(int number, CancellationToken ct) => RunAsync(number, ReportFile.Paper, ct);

    [HttpGet("runs/{number:int}.xlsx")]
    public Task<IActionResult> RunInWorkbook(int number, CancellationToken ct) => RunAsync(number, ReportFile.Workbook, ct);

    [HttpGet("runs/{number:int}.csv")]
    public Task<IActionResult> RunFlat(int number, CancellationToken ct) => RunAsync(number, ReportFile.Flat, ct);

    /// <summary>What a run would say otherwise today: then, now and the difference.</summary>
    [HttpGet("runs/{number:int}/changes")]
    public async Task<IActionResult> Changes(int number, CancellationToken ct) => View("/Features/Reports/Changes.cshtml", await desk.ChangesAsync(number, ct));

    [HttpGet("runs/{number:int}/changes.pdf")]
    public Task<IActionResult> ChangesOnPaper(int number, CancellationToken ct) => ChangesAsync(number, ReportFile.Paper, ct);

    [HttpGet("runs/{number:int}/changes.xlsx")]
    public Task<IActionResult> ChangesInWorkbook(int number, CancellationToken ct) => ChangesAsync(number, ReportFile.Workbook, ct);

    [HttpGet("runs/{number:int}/changes.csv")]
    public Task<IActionResult> ChangesFlat(int number, CancellationToken ct) => ChangesAsync(number, ReportFile.Flat, ct);

    protected override Task<Report> FindAsync(ReportQuestion question, CancellationToken ct) => desk.FindAsync(question, Asker.Name, Reader, ct);

    protected override Task<Report> HandOutAsync(ReportQuestion question, CancellationToken ct) => desk.RunAsync(question, Asker.Name, ct);

    // The last part of the path, without what says which kind of file.
    private string Asked => Request.Path.Value!.Split('/')[^1].Split('.')[0];

    private async Task<IActionResult> RunAsync(int number, ReportFile kind, CancellationToken ct)
    {
        var report = (await desk.RecomputeAsync(number, ct)).Report;
        return kind.Of(report, Words, SchoolName, $"{report.Question.Report}-{number}");
    }

    private async Task<IActionResult> ChangesAsync(int number, ReportFile kind, CancellationToken ct)
    {
        var changes = await desk.ChangesAsync(number, ct);
        return kind.Of(changes, Words, SchoolName, $"{changes.Question.Report}-{number}-changes");
    }
}
