using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance.Devices;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Attendance.Watch;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Attendance;

/// <summary>Attendance while it happens: who is near the limit, and what waits for the secretariat.</summary>
[Route("/{lang:lang}/attendance")]
public sealed class AttendanceController(TrainingDbContext db, CurrentUser user, Texts texts) : Controller
{
    [HttpGet("")]
    [Authorize(Policies.WatchAttendance)]
    public async Task<IActionResult> Index([FromServices] FindOutlooks find, CancellationToken ct) =>
        View(OutlookPage.Of(await find.HandleAsync(new(user.Reader), ct)));

    [HttpGet("desk")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Desk([FromServices] ChaseRegisters chase, CancellationToken ct) => View(await DeskPage.FindAsync(db, chase, ct));

    [HttpPost("desk/unlisted")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Unlisted([FromForm] Guid person, [FromForm] Guid? enrolment, [FromForm] string? note, [FromServices] SettleUnlistedPerson settle, CancellationToken ct) =>
        Answer(await settle.HandleAsync(new(new(person), enrolment is { } id ? new(id) : null, note), ct), "Desk_UnlistedDone");

    [HttpPost("desk/justifications")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Justification([FromForm] Guid justification, [FromForm] bool accept, [FromForm] string? note, [FromServices] DecideJustification decide, CancellationToken ct) =>
        Answer(await decide.HandleAsync(new(new(justification), accept, note), ct), "Desk_JustificationDone");

    /// <summary>The document of an absence, until it is decided on. It is never kept by a browser.</summary>
    [HttpGet("desk/justifications/{id:guid}/document")]
    [Authorize(Policies.ManageSessions)]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Document(Guid id, CancellationToken ct)
    {
        var document = await db.JustificationDocuments.AsNoTracking().Where(d => d.RequestId == new JustificationRequestId(id)).OneAsync(ct);
        return File(document.Content, document.ContentType, document.Name);
    }

    private RedirectResult Answer(Outcome<Done> outcome, string done)
    {
        TempData[outcome.IsRefused ? "Refused" : "Done"] = outcome.IsRefused ? texts.Of(outcome.Refusal) : texts[done];
        return Redirect(texts.Path("attendance/desk"));
    }
}
