using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Jobs;

namespace Training.Web.Features.Jobs;

/// <summary>What runs by itself: when it ran, when it runs next, and the buttons to run, try or pause it.</summary>
[Route("/{lang:lang}/jobs")]
[Authorize(Policies.ManageJobs)]
public sealed class JobsController(TrainingDbContext db, OfficeClock clock, Texts texts, CurrentUser user, ISchedulerFactory schedulers, JobRunner runner) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await JobsPage.FindAsync(db, clock, ct));

    [HttpPost("{name}/run")]
    public async Task<IActionResult> Run(string name, [FromForm] bool dryRun, string? lang, CancellationToken ct)
    {
        var job = Known(name);
        await runner.NoteLostAsync(ct);
        if (!dryRun && await db.JobRuns.AnyAsync(run => run.Job == job.Name && run.EndedAt == null && !run.IsDryRun, ct))
        {
            TempData["Refused"] = texts["Jobs_RunsAlready"];
            return RedirectToAction(nameof(Index), new { lang });
        }

        await (await schedulers.GetScheduler(ct)).TriggerJob(new JobKey(job.Name), RunTimedJob.AskedBy(user.Name, dryRun), ct);
        TempData["Done"] = texts["Jobs_Asked", texts[$"Job_{job.Name}"]];
        return RedirectToAction(nameof(Index), new { lang });
    }

    [HttpPost("{name}/pause")]
    public async Task<IActionResult> Pause(string name, string? lang, CancellationToken ct)
    {
        var job = Known(name);
        if (!await db.JobPauses.AnyAsync(pause => pause.Job == job.Name, ct))
        {
            db.Add(new JobPause(job.Name, user.Name, clock.Now));
            await db.SaveChangesAsync(ct);
        }

        return RedirectToAction(nameof(Index), new { lang });
    }

    [HttpPost("{name}/resume")]
    public async Task<IActionResult> Resume(string name, string? lang, CancellationToken ct)
    {
        var job = Known(name);
        await db.JobPauses.Where(pause => pause.Job == job.Name).ExecuteDeleteAsync(ct);
        return RedirectToAction(nameof(Index), new { lang });
    }

    /// <summary>Lets everything go on after a restore.</summary>
    [HttpPost("release")]
    public async Task<IActionResult> Release(string? lang, CancellationToken ct)
    {
        await db.JobPauses.Where(pause => pause.Job == JobPause.Everything).ExecuteDeleteAsync(ct);
        return RedirectToAction(nameof(Index), new { lang });
    }

    private static TimedJob Known(string name) => Timetable.Find(name) ?? throw new NotFoundException(nameof(TimedJob));
}
