using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.Work;
using Training.Tests.Infrastructure;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Jobs;

public class JobRunnerTests
{
    private static readonly TimedJob GoNoGo = Timetable.Find("session-go-no-go")!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Loses_one_record_of_a_thousand_to_a_fault_in_that_one(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var sessions = await SessionsThatLackPeopleAsync(app, 1000);
        await app.Services.RefuseWarningsOfAsync(engine, sessions[499].Id);

        var run = (await RunAsync(app, GoNoGo)).ShouldNotBeNull();

        (run.Status, run.Done, run.Failed).ShouldBe((JobRunStatus.PartlyFailed, 999, 1));
        run.Notes.ShouldNotBeNull().ShouldStartWith($"session {sessions[499].Id.Value}: DbUpdateException");
        run.Notes.ShouldNotContain("refused by the test", Case.Sensitive, "a message may quote personal data");
        (await app.ReadAsync(db => db.CapacityWarnings.CountAsync(Ct))).ShouldBe(999);

        var again = (await RunAsync(app, GoNoGo)).ShouldNotBeNull();
        (again.Done, again.Failed).ShouldBe((0, 1), "only what is still due is tried again");
    }

    [Theory, BothDatabases]
    public async Task Takes_back_all_that_a_dry_run_did_and_says_what_it_came_to(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        await SessionsThatLackPeopleAsync(app, 5);

        var trial = (await RunAsync(app, GoNoGo, isDryRun: true)).ShouldNotBeNull();
        (trial.Status, trial.Done).ShouldBe((JobRunStatus.Succeeded, 5));
        (await app.ReadAsync(db => db.CapacityWarnings.CountAsync(Ct))).ShouldBe(0);

        (await RunAsync(app, GoNoGo)).ShouldNotBeNull().Done.ShouldBe(5);
        (await app.ReadAsync(db => db.CapacityWarnings.CountAsync(Ct))).ShouldBe(5);
        (await app.ReadAsync(db => db.JobRuns.OrderBy(r => r.Id).Select(r => r.IsDryRun).ToListAsync(Ct))).ShouldBe([true, false]);
    }

    [Theory, BothDatabases]
    public async Task Tries_every_job_on_the_sample_school_without_a_trace(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var before = await CountsAsync(app);

        foreach (var job in Timetable.Jobs)
            (await RunAsync(app, job, isDryRun: true)).ShouldNotBeNull().Status.ShouldBe(JobRunStatus.Succeeded, job.Name);

        (await CountsAsync(app)).ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task Runs_every_job_twice_on_the_sample_school_and_finds_nothing_left_to_do(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        foreach (var job in Timetable.Jobs)
            (await RunAsync(app, job)).ShouldNotBeNull().Status.ShouldBe(JobRunStatus.Succeeded, job.Name);
        var before = await CountsAsync(app);

        foreach (var job in Timetable.Jobs)
            (await RunAsync(app, job)).ShouldNotBeNull().Status.ShouldBe(JobRunStatus.Succeeded, job.Name);

        (await CountsAsync(app)).ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task Answers_a_fire_once_however_many_processes_hear_it(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        await SessionsThatLackPeopleAsync(app, 3);
        var due = GoNoGo.NextAfter(app.Clock.GetUtcNow())!.Value;

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(app, GoNoGo, due), Ct)));

        runs.OfType<JobRun>().ShouldHaveSingleItem().Done.ShouldBe(3);
        (await app.ReadAsync(db => db.JobRuns.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Waits_for_a_run_that_is_alive_and_takes_over_from_one_that_is_lost(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        await SessionsThatLackPeopleAsync(app, 2);
        var due = app.Clock.GetUtcNow();
        await app.SaveAsync(new JobRun(GoNoGo.Name, due, isDryRun: false, "timetable", due));

        app.Clock.Advance(TimeSpan.FromMinutes(4));
        (await RunAsync(app, GoNoGo)).ShouldBeNull("another process is at it");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await CatchUpAsync(app);

        var runs = await app.ReadAsync(db => db.JobRuns.Where(r => r.Job == GoNoGo.Name).OrderBy(r => r.StartedAt).ToListAsync(Ct));
        runs.ConvertAll(r => (r.Status, r.Due, r.Done)).ShouldBe([(JobRunStatus.Lost, due, 0), (JobRunStatus.Succeeded, due, 2)]);
    }

    [Theory, BothDatabases]
    public async Task Gives_a_fire_up_at_which_every_process_was_lost_and_answers_the_next(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        await SessionsThatLackPeopleAsync(app, 2);
        app.Clock.SetOfficeTime("2026-11-24 06:30");
        var due = app.Clock.GetUtcNow();
        for (var tries = 1; tries <= 5; tries++)
        {
            await app.SaveAsync(new JobRun(GoNoGo.Name, due, isDryRun: false, "timetable", app.Clock.GetUtcNow()));
            app.Clock.Advance(TimeSpan.FromMinutes(6));
            await using var scope = app.Services.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<JobRunner>(scope.ServiceProvider).NoteLostAsync(Ct);
        }

        await CatchUpAsync(app);
        (await app.ReadAsync(db => db.JobRuns.CountAsync(r => r.Job == GoNoGo.Name, Ct))).ShouldBe(5, "it is not tried again");

        app.Clock.SetOfficeTime("2026-11-25 06:33");
        await CatchUpAsync(app);
        (await app.ReadAsync(db => db.JobRuns.Where(r => r.Job == GoNoGo.Name && r.Status == JobRunStatus.Succeeded).Select(r => r.Due).ToListAsync(Ct))).ShouldBe([due.AddDays(1)]);
    }

    [Theory, BothDatabases]
    public async Task Begins_no_work_again_at_which_every_process_was_lost(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var item = new WorkItem("issue-certificates", "{}", "tester", app.Clock.GetUtcNow());
        for (var starts = 1; starts <= WorkItem.MostStarts; starts++)
            item.Start(app.Clock.GetUtcNow());
        await app.SaveAsync(item);
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<RunWorkJob>(scope.ServiceProvider).Execute(null!, Ct);

        (await app.ReadAsync(db => db.WorkItems.SingleAsync(Ct))).ShouldSatisfyAllConditions(left => left.Status.ShouldBe(WorkStatus.Failed), left => left.EndedAt.ShouldNotBeNull());
    }

    [Theory, BothDatabases]
    public async Task Answers_no_fire_again_when_the_clock_is_set_back_an_hour(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        await SessionsThatLackPeopleAsync(app, 2);
        app.Clock.SetOfficeTime("2026-11-24 06:30");
        var due = app.Clock.GetUtcNow();
        (await RunAsync(app, GoNoGo, due)).ShouldNotBeNull().Done.ShouldBe(2);

        app.Clock.SetOfficeTime("2026-11-24 05:30");
        await CatchUpAsync(app);
        GoNoGo.NextAfter(app.Clock.GetUtcNow()).ShouldBe(due, "the same moment comes again");
        app.Clock.SetOfficeTime("2026-11-24 06:30");
        (await RunAsync(app, GoNoGo, due)).ShouldBeNull("it was answered");
        await CatchUpAsync(app);

        (await app.ReadAsync(db => db.JobRuns.CountAsync(Ct))).ShouldBe(1);
        (await app.ReadAsync(db => db.CapacityWarnings.CountAsync(Ct))).ShouldBe(2);
        GoNoGo.NextAfter(due).ShouldBe(due.AddDays(1));
    }

    [Theory, BothDatabases]
    public async Task Makes_good_once_what_was_missed_while_nothing_ran(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        await CatchUpAsync(app);
        (await app.ReadAsync(db => db.JobRuns.CountAsync(Ct))).ShouldBe(0, "a new school begins with the next fire");
        await RunAsync(app, GoNoGo, GoNoGo.NextAfter(app.Clock.GetUtcNow().AddDays(-1)));

        app.Clock.SetOfficeTime("2026-11-30 09:00");
        await CatchUpAsync(app);
        await CatchUpAsync(app);

        var office = app.Services.GetRequiredService<OfficeClock>();
        (await app.ReadAsync(db => db.JobRuns.OrderBy(r => r.StartedAt).Select(r => r.Due!.Value).ToListAsync(Ct)))
            .ConvertAll(due => office.LocalOn(due).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).ShouldBe(["2026-11-23 06:30", "2026-11-30 06:30"]);
    }

    [Theory, BothDatabases]
    public async Task Leaves_a_paused_job_alone_but_for_who_asks(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        await app.SaveAsync(new JobPause(GoNoGo.Name, "administrator", app.Clock.GetUtcNow()));

        (await RunAsync(app, GoNoGo, app.Clock.GetUtcNow())).ShouldBeNull();
        (await RunAsync(app, GoNoGo)).ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task Leaves_everything_alone_on_hold_and_makes_it_good_afterwards(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        await SessionsThatLackPeopleAsync(app, 2);
        await RunAsync(app, GoNoGo, GoNoGo.NextAfter(app.Clock.GetUtcNow().AddDays(-1)));
        await app.SaveAsync(new JobPause(JobPause.Everything, "operator", app.Clock.GetUtcNow()));
        app.Clock.SetOfficeTime("2026-11-25 09:00");
        await CatchUpAsync(app);
        (await app.ReadAsync(db => db.JobRuns.CountAsync(Ct))).ShouldBe(1);

        var administrator = await app.ClientForAsync("administrator");
        using var released = await administrator.SubmitAsync("/fr/jobs", (await administrator.PageAsync("/fr/jobs")).Form("main form[action$='/jobs/release']"));
        await CatchUpAsync(app);

        (await app.ReadAsync(db => db.JobRuns.CountAsync(Ct))).ShouldBe(2);
    }

    private static Task<JobRun?> RunAsync(TrainingApp app, TimedJob job, DateTimeOffset? due = null, bool isDryRun = false) =>
        app.DoAsync((JobRunner runner) => runner.RunAsync(job, new(due, isDryRun, due is null ? "tester" : "timetable"), Ct));

    private static async Task CatchUpAsync(TrainingApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<CatchUpJob>(scope.ServiceProvider).HandleAsync(Ct);
    }

    private static Task<IReadOnlyList<Session>> SessionsThatLackPeopleAsync(TrainingApp app, int count) => app.Services.SessionsThatLackPeopleAsync(TestClock.FirstDay.AddDays(10), count);

    private static Task<string> CountsAsync(TrainingApp app) => app.ReadAsync(async db =>
    {
        int[] counts =
        [
            await db.Enrolments.CountAsync(Ct), await db.EnrolmentTransitions.CountAsync(Ct), await db.OutboxMessages.CountAsync(Ct), await db.Certificates.CountAsync(Ct),
            await db.CertificatePapers.CountAsync(Ct), await db.ChargeLines.CountAsync(Ct), await db.LedgerEntries.CountAsync(Ct), await db.TimeReleaseAccounts.CountAsync(Ct),
            await db.YearMarks.CountAsync(Ct), await db.CapacityWarnings.CountAsync(Ct), await db.AttendanceWarnings.CountAsync(Ct), await db.AbsenceRulings.CountAsync(Ct),
            await db.SessionTransitions.CountAsync(Ct), await db.ApprovalAsks.CountAsync(Ct), await db.DailySeals.CountAsync(Ct), await db.PreparedSheets.CountAsync(Ct), await db.ChangeRecords.CountAsync(Ct),
            await db.CertificateCounters.SumAsync(c => c.LastSequence, Ct), await db.Sessions.SumAsync(s => s.SeatsTaken, Ct),
        ];
        return string.Join(' ', counts);
    });
}
