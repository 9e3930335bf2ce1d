using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Reports.GecoStatements;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Cockpit;

/// <summary>Everything a small employer has to know of its staff's training, on one page, and the year's file in one click.</summary>
[Route("/{lang:lang}/cockpit")]
[Authorize(Policies.ReadGecoStatements)]
public sealed class CockpitController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, TimeReleaseAccounts accounts,
    SchoolOptions school, PostMonthQuery months, WorkerCourseQuery courses) : Controller
{
    private const int YearsBack = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? organisation, string? month, CancellationToken ct)
    {
        var shown = DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && Math.Abs(read.Year - clock.Today.Year) <= YearsBack ? read : clock.Today;
        return View(await CockpitPage.FindAsync(db, accounts, user.Reader, organisation, new DateOnly(shown.Year, shown.Month, 1), clock.Today, ct));
    }

    /// <summary>The statements of every month so far, the skills record and the certificates of a year.</summary>
    [HttpGet("year.zip")]
    public async Task<IActionResult> Year(string? organisation, int? year, CancellationToken ct)
    {
        var wanted = Math.Clamp(year ?? clock.Today.Year, clock.Today.Year - YearsBack, clock.Today.Year);
        var (name, content) = await new YearFile(db, clock, school, months, courses).WriteAsync(organisation, wanted, user.Reader, user.Name, texts.Language, ct);
        return File(content, "application/zip", $"{name}-{wanted}.zip");
    }
}
