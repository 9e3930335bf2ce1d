using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.EvidenceBundles;
using Training.Reports.Reporting;
using Training.Reports.Words;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Reports;

/// <summary>The reports that funders and parliament ask for: on the page as they are now, in files under the number of a run.</summary>
[Route("/{lang:lang}/reports")]
[Authorize(Policies.ReadReports)]
public sealed class FunderReportsController(TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, ReportDesk desk, EvidenceBundleQuery evidence) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View("/Features/Reports/Index.cshtml", await ReportList.FindAsync(db, ct));

    [HttpGet("r2")]
    [HttpGet("r3")]
    [HttpGet("r4")]
    [HttpGet("r5")]
    [HttpGet("r6")]
    [HttpGet("r9")]
    [HttpGet("r10")]
    [HttpGet("r11")]
    public async Task<IActionResult> Page(ReportForm form, CancellationToken ct)
    {
        var question = ModelState.IsValid ? form.QuestionOn(Asked, clock.Today) : null;
        if (question is null)
            ModelState.AddModelError(nameof(form.To), texts["Reports_DatesWrong", ReportForm.MaxYears]);
        return View("/Features/Reports/Report.cshtml", new ReportPage(Asked, form, question is null ? null : await desk.FindAsync(question, user.Name, user.Reader, ct), await ReportChoices.FindAsync(db, user.Reader, ct)));
    }

    [HttpGet("r2.pdf")]
    [HttpGet("r3.pdf")]
    [HttpGet("r4.pdf")]
    [HttpGet("r5.pdf")]
    [HttpGet("r6.pdf")]
    [HttpGet("r9.pdf")]
    [HttpGet("r10.pdf")]
    [HttpGet("r11.pdf")]
    public Task<IActionResult> Paper(ReportForm form, CancellationToken ct) => DownloadAsync(form, ReportFile.Paper, ct);

    [HttpGet("r2.xlsx")]
    [HttpGet("r3.xlsx")]
    [HttpGet("r4.xlsx")]
    [HttpGet("r5.xlsx")]
    [HttpGet("r6.xlsx")]
    [HttpGet("r9.xlsx")]
    [HttpGet("r10.xlsx")]
    [HttpGet("r11.xlsx")]
    public Task<IActionResult> Sheet(ReportForm form, CancellationToken ct) => DownloadAsync(form, ReportFile.Workbook, ct);

    [HttpGet("r2.csv")]
    [HttpGet("r3.csv")]
    [HttpGet("r4.csv")]
    [HttpGet("r5.csv")]
    [HttpGet("r6.csv")]
    [HttpGet("r9.csv")]
    [HttpGet("r10.csv")]
    [HttpGet("r11.csv")]
    public Task<IActionResult> Flat(ReportForm form, CancellationToken ct) => DownloadAsync(form, ReportFile.Flat, ct);

    /// <summary>The evidence that the index names: registers, certificates, allocated minutes, with their digests.</summary>
    [HttpGet("r9.zip")]
    public async Task<IActionResult> Evidence(ReportForm form, string? session, CancellationToken ct)
    {
        if (!ModelState.IsValid || form.QuestionOn(Asked, clock.Today) is not { } question)
            return BadRequest();

        var bundle = await evidence.HandleAsync(new(question, string.IsNullOrWhiteSpace(session) ? null : session.AsCode(), user.Name), ct);
        var words = Wording.In(texts.Language);
        return File(EvidenceBundleZip.Write(bundle, words, school.NameIn(words.Language)), "application/zip", $"evidence-{question.From:yyyyMMdd}-{question.To:yyyyMMdd}-{bundle.Index.Run}.zip");
    }

    /// <summary>A run: its figures worked out again, whether they are still the same, and what is another today.</summary>
    [HttpGet("runs/{number:int}")]
    public async Task<IActionResult> Run(int number, CancellationToken ct)
    {
        var (report, matches) = await desk.RecomputeAsync(number, ct);
        return View("/Features/Reports/Run.cshtml", new RunPage(report, matches, await desk.ChangedSinceAsync(number, ct)));
    }

    [HttpGet("runs/{number:int}.pdf")]
    public Task<IActionResult> RunOnPaper(int number, CancellationToken ct) => RunAsync(number, ReportFile.Paper, ct);

    [HttpGet("runs/{number:int}.xlsx")]
    public Task<IActionResult> RunInWorkbook(int number, CancellationToken ct) => RunAsync(number, ReportFile.Workbook, ct);

    [HttpGet("runs/{number:int}.csv")]
    public Task<IActionResult> RunFlat(int number, CancellationToken ct) => RunAsync(number, ReportFile.Flat, ct);

    // The last part of the path, without what says which kind of file.
    private string Asked => Request.Path.Value!.Split('/')[^1].Split('.')[0];

    private async Task<IActionResult> DownloadAsync(ReportForm form, ReportFile kind, CancellationToken ct)
    {
        if (!ModelState.IsValid || form.QuestionOn(Asked, clock.Today) is not { } question)
            return BadRequest();

        var words = Wording.In(texts.Language);
        return kind.Of(await desk.RunAsync(question, user.Name, ct), words, school.NameIn(words.Language));
    }

    private async Task<IActionResult> RunAsync(int number, ReportFile kind, CancellationToken ct)
    {
        var (report, words) = ((await desk.RecomputeAsync(number, ct)).Report, Wording.In(texts.Language));
        return kind.Of(report, words, school.NameIn(words.Language), $"{report.Question.Report}-{number}");
    }
}
