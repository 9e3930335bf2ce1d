using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Web.Access;

namespace Training.Web.Features.TimeRelease;

[Route("/{lang:lang}/time-release")]
[Authorize(Policies.ReadEnrolments)]
public sealed class TimeReleaseController(TrainingDbContext db, CurrentUser user, OfficeClock clock, TimeReleaseAccounts accounts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year, Guid? organisation, string? q, string? lang, CancellationToken ct)
    {
        // Whoever answers for no colleague has one file to read: their own.
        var reader = user.Reader;
        if (!reader.SeesEverything && reader.Organisations.Count == 0 && reader.AsSelf is { } self)
            return View("Person", await PersonTimeReleasePage.FindAsync(db, accounts, reader, self, clock.Today, ct));

        var asked = Math.Clamp(year ?? clock.Today.Year, clock.Today.Year - 20, clock.Today.Year + 1);
        return View(await TimeReleasePage.FindAsync(db, accounts, reader, asked, clock.Today, organisation, q, ct));
    }

    [HttpGet("{personId:guid}")]
    public async Task<IActionResult> Person(Guid personId, CancellationToken ct) =>
        View(await PersonTimeReleasePage.FindAsync(db, accounts, user.Reader, new PersonId(personId), clock.Today, ct));
}
