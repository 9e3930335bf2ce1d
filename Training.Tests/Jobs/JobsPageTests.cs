using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Work;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Jobs;

/// <summary>The administrator's page of what runs by itself.</summary>
public class JobsPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Shows_runs_and_lets_the_administrator_run_try_and_pause(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var administrator = await app.ClientForAsync("administrator");
        var page = await administrator.PageAsync("/fr/jobs");
        page.QuerySelector("main .empty").ShouldNotBeNull();

        using var tried = await administrator.SubmitAsync("/fr/jobs", page.Form("main form[action$='/parameter-gap-check/run']"), ("dryRun", "true"));
        var trial = await EndedAsync(app, "parameter-gap-check", 1);
        (trial.IsDryRun, trial.StartedBy, trial.Due, trial.Status).ShouldBe((true, "administrator", null, JobRunStatus.Succeeded));

        using var ran = await administrator.SubmitAsync("/fr/jobs", page.Form("main form[action$='/parameter-gap-check/run']"), ("dryRun", "false"));
        (await EndedAsync(app, "parameter-gap-check", 2)).IsDryRun.ShouldBeFalse();

        using var paused = await administrator.SubmitAsync("/fr/jobs", page.Form("main form[action$='/parameter-gap-check/pause']"));
        page = await administrator.PageAsync("/fr/jobs");
        page.QuerySelector("main table")!.TextContent.ShouldContain("En pause depuis le 23/11/2026 09:00 (administrator)");
        page.QuerySelectorAll("main table")[1].TextContent.ShouldContain("administrator (essai)");
        using var resumed = await administrator.SubmitAsync("/fr/jobs", page.Form("main form[action$='/parameter-gap-check/resume']"));
        (await app.ReadAsync(db => db.JobPauses.CountAsync(Ct))).ShouldBe(0);
    }

    // The scheduler runs it in its own time; the test asks until it has.
    private static async Task<JobRun> EndedAsync(TrainingApp app, string job, int runs)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            var ended = await app.ReadAsync(db => db.JobRuns.AsNoTracking().Where(run => run.Job == job && run.EndedAt != null).OrderByDescending(run => run.Id).ToListAsync(Ct));
            if (ended.Count == runs)
                return ended[0];
        }

        throw new OperationCanceledException();
    }
}
