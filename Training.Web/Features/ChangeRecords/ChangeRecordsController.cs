using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;

namespace Training.Web.Features.ChangeRecords;

/// <summary>Who changed what. The administrator reads it without the personal values: files of people are not theirs.</summary>
[Route("/{lang:lang}/change-records")]
[Authorize(Policies.ReadChangeRecords)]
public sealed class ChangeRecordsController(TrainingDbContext db, CurrentUser user, OfficeClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ChangeFilter filter, CancellationToken ct) =>
        View(await ChangeRecordsPage.FindAsync(db, filter, user.Can(Policies.ManageStaff), clock, ct));
}
