using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Hosting;

namespace Training.Web.Features.MyCalendar;

/// <summary>What a calendar program reads at the secret address.</summary>
[AllowAnonymous]
public sealed class CalendarFeedController(TrainingDbContext db, OfficeClock clock, SchoolOptions school) : Controller
{
    [HttpGet("/calendar/{secret}.ics")]
    [ResponseCache(NoStore = true)]
    public async Task<IActionResult> Read(string secret, CancellationToken ct)
    {
        var digest = CalendarFeed.DigestOf(secret);
        var person = await db.People.AsNoTracking().Where(p => db.CalendarFeeds.Any(f => f.PersonId == p.Id && f.Digest == digest)).OneAsync(ct);
        return Content(await PersonalCalendar.WriteAsync(db, school, person, clock, ct), "text/calendar; charset=utf-8");
    }
}
