using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Hosting;

namespace Training.Web.Features.Catalogue;

[AllowAnonymous]
public sealed class CatalogueController(TrainingDbContext db, CurrentUser user, OfficeClock clock) : Controller
{
    public const int QueryMaxLength = 100;

    [HttpGet("/{lang:lang}/catalogue")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(string? q, string? theme, CancellationToken ct)
    {
        var query = q?.Length > QueryMaxLength ? q[..QueryMaxLength] : q;
        return View(await CataloguePage.FindAsync(db, query, string.IsNullOrWhiteSpace(theme) ? null : theme, clock.Today, ct));
    }

    [HttpGet("/{lang:lang}/courses/{code}")]
    public async Task<IActionResult> Course(string code, CancellationToken ct) =>
        await CoursePage.FindAsync(db, code, clock.Today, ct) is { } page ? View(page) : Missing("Catalogue_NoSuchCourse", code);

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
