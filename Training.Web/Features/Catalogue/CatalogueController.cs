using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Training.Domain.Courses.Search;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Catalogue;

[AllowAnonymous]
public sealed class CatalogueController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, CatalogueSearch search, CountSearchMiss count) : Controller
{
    [HttpGet("/{lang:lang}/catalogue")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(CatalogueFilter filter, CancellationToken ct)
    {
        var page = await CataloguePage.FindAsync(db, search, filter, clock.Today, ct);
        if (page.WordsFoundNothing)
            await count.HandleAsync(new(filter.Words, texts.Language), ct);
        return View(page);
    }

    [HttpGet("/{lang:lang}/catalogue/themes/{code}.ics")]
    public async Task<IActionResult> Calendar(string code, CancellationToken ct) =>
        await ThemeCalendar.FindAsync(db, school, code, texts.Language, clock.Today, ct) is { } calendar
            ? Content(calendar, "text/calendar", Encoding.UTF8)
            : NotFound();

    [HttpGet("/{lang:lang}/courses/{code}")]
    public async Task<IActionResult> Course(string code, CancellationToken ct) =>
        await CoursePage.FindAsync(db, code, user.Can(Policies.OwnFile) ? user.Person : null, clock.Today, ct) is { } page ? View(page) : Missing("Catalogue_NoSuchCourse", code);

    [HttpGet("/{lang:lang}/sessions/{code}")]
    public async Task<IActionResult> Session(string code, CancellationToken ct) =>
        await SessionPage.FindAsync(db, code, showTrainers: user.Can(Policies.ReadEnrolments) || user.Can(Policies.TakeRegister), ct) is { } page
            ? View(page)
            : Missing("Catalogue_NoSuchSession", code);

    [HttpGet("/api/v1/courses")]
    [ApiExplorerSettings(IgnoreApi = false)]
    [ProducesResponseType<CourseList>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Courses(CancellationToken ct) => Json(await CourseList.FindAsync(db, clock.Today, ct));

    private ViewResult Missing(string textKey, string code)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage(textKey, code));
    }
}
