using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.GecoStatements;
using Training.Reports.Words;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.GecoStatements;

/// <summary>The monthly statement of GECO posts (R1a) and the yearly skills record (R1b), on the page and as files.</summary>
[Route("/{lang:lang}/reports")]
[Authorize(Policies.ReadGecoStatements)]
public sealed class GecoStatementsController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, PostMonthQuery months, WorkerCourseQuery courses) : Controller
{
    [HttpGet("r1a")]
    public async Task<IActionResult> Month(string? organisation, string? month, string? to, CancellationToken ct)
    {
        var choice = await StatementChoice.FindAsync(db, user.Reader, organisation, month ?? to, clock.Today, ct);
        return View("Statement", StatementPage.Of(
            choice, await MonthAsync(choice, ct), "month", choice.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), Wording.In(texts.Language)));
    }

    [HttpGet("r1a.pdf")]
    public async Task<IActionResult> MonthOnPaper(string? organisation, string? month, string? to, CancellationToken ct) =>
        Paper(await MonthAsync(await ReadableAsync(organisation, month ?? to, ct), ct));

    [HttpGet("r1a.xlsx")]
    public async Task<IActionResult> MonthXlsx(string? organisation, string? month, string? to, CancellationToken ct) =>
        Sheet(await MonthAsync(await ReadableAsync(organisation, month ?? to, ct), ct));

    [HttpGet("r1a.csv")]
    public async Task<IActionResult> MonthFlat(string? organisation, string? month, string? to, CancellationToken ct) =>
        Flat(await MonthAsync(await ReadableAsync(organisation, month ?? to, ct), ct));

    [HttpGet("r1b")]
    public async Task<IActionResult> Year(string? organisation, string? year, string? to, CancellationToken ct)
    {
        var choice = await StatementChoice.FindAsync(db, user.Reader, organisation, year ?? to, clock.Today, ct);
        return View("Statement", StatementPage.Of(
            choice, await YearAsync(choice, ct), "year", choice.Month.ToString("yyyy", CultureInfo.InvariantCulture), Wording.In(texts.Language)));
    }

    [HttpGet("r1b.pdf")]
    public async Task<IActionResult> YearOnPaper(string? organisation, string? year, string? to, CancellationToken ct) =>
        Paper(await YearAsync(await ReadableAsync(organisation, year ?? to, ct), ct));

    [HttpGet("r1b.xlsx")]
    public async Task<IActionResult> YearXlsx(string? organisation, string? year, string? to, CancellationToken ct) =>
        Sheet(await YearAsync(await ReadableAsync(organisation, year ?? to, ct), ct));

    [HttpGet("r1b.csv")]
    public async Task<IActionResult> YearFlat(string? organisation, string? year, string? to, CancellationToken ct) =>
        Flat(await YearAsync(await ReadableAsync(organisation, year ?? to, ct), ct));

    // A file has no room to say that its period could not be read.
    private async Task<StatementChoice> ReadableAsync(string? organisation, string? typed, CancellationToken ct)
    {
        var choice = await StatementChoice.FindAsync(db, user.Reader, organisation, typed, clock.Today, ct);
        return choice.IsMisread ? throw new NotFoundException("month") : choice;
    }

    private Task<Statement<PostMonth>> MonthAsync(StatementChoice choice, CancellationToken ct) =>
        months.HandleAsync(new(choice.Organisation, choice.Month, user.Reader, user.Name), ct);

    private Task<Statement<WorkerCourse>> YearAsync(StatementChoice choice, CancellationToken ct) =>
        courses.HandleAsync(new(choice.Organisation, choice.Month.Year, user.Reader, user.Name), ct);

    private FileContentResult Paper<TLine>(Statement<TLine> statement)
    {
        var words = Wording.In(texts.Language);
        return File(StatementPdf.Write(statement, words, school.NameIn(words.Language)), "application/pdf", $"{NameOf(statement)}.pdf");
    }

    private FileContentResult Sheet<TLine>(Statement<TLine> statement) =>
        File(StatementExcel.Write(statement, Wording.In(texts.Language)), ContentTypes.Workbook, $"{NameOf(statement)}.xlsx");

    private FileContentResult Flat<TLine>(Statement<TLine> statement) =>
        File(StatementCsv.Write(statement, Wording.In(texts.Language)), "text/csv; charset=utf-8", $"{NameOf(statement)}.csv");

    private static string NameOf<TLine>(Statement<TLine> statement) => $"{statement.Id}-{statement.Employer.Code}-{statement.From:yyyyMM}";
}
