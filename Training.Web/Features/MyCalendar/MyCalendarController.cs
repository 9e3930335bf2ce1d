using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.MyCalendar;

/// <summary>One's own days of training in one's own calendar program: a secret address, to make, to renew and to take away.</summary>
[Route("/{lang:lang}/calendar")]
[Authorize(Policies.OwnFile)]
public sealed class MyCalendarController(TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, RenewCalendarFeed renew) : Controller
{
    private const string Address = nameof(Address);

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var feed = await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.PersonId == Self, ct);
        return View(new MyCalendarPage(feed is null ? null : clock.LocalOn(feed.MadeAt), TempData[Address] as string));
    }

    [HttpPost("")]
    public async Task<IActionResult> Make(CancellationToken ct)
    {
        TempData[Address] = $"{school.PublicAddress.TrimEnd('/')}/calendar/{await renew.HandleAsync(new(Self), ct)}.ics";
        return Redirect(texts.Path("calendar"));
    }

    [HttpPost("revoke")]
    public async Task<IActionResult> Revoke(CancellationToken ct)
    {
        await renew.HandleAsync(new(Self, Revoke: true), ct);
        TempData["Done"] = texts["Calendar_Revoked"];
        return Redirect(texts.Path("calendar"));
    }

    private PersonId Self => user.Person ?? throw new NotFoundException(nameof(Person));
}
