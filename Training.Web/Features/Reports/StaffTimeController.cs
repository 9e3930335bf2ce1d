using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Reporting;
using Training.Reports.StaffTime;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Reports;

/// <summary>Whether staff get the time for training: of the whole school for its manager, of their own staff for employers.</summary>
[Route("/{lang:lang}/reports")]
[Authorize(Policies.ReadGecoStatements)]
public sealed class StaffTimeController(TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, StaffTimeQuery staffTime)
    : ReportController(db, user, clock, texts, school)
{
    [HttpGet("staff-time")]
    public Task<IActionResult> Index(ReportForm form, CancellationToken ct) => ShowAsync(StaffTimeQuery.Id, form, ct, "StaffTime");

    [HttpGet("staff-time.xlsx")]
    public Task<IActionResult> Sheet(ReportForm form, CancellationToken ct) => DownloadAsync(StaffTimeQuery.Id, form, ReportFile.Workbook, ct, "StaffTime");

    [HttpGet("staff-time.pdf")]
    public Task<IActionResult> Paper(ReportForm form, CancellationToken ct) => DownloadAsync(StaffTimeQuery.Id, form, ReportFile.Paper, ct, "StaffTime");

    [HttpGet("staff-time.csv")]
    public Task<IActionResult> Flat(ReportForm form, CancellationToken ct) => DownloadAsync(StaffTimeQuery.Id, form, ReportFile.Flat, ct, "StaffTime");

    protected override Task<Report> FindAsync(ReportQuestion question, CancellationToken ct) => staffTime.HandleAsync(new(question, Reader, Asker.Name), ct);
}
