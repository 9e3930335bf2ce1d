using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain.Work;
using Training.Tests.Cli;
using Training.Tests.Infrastructure;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Jobs;

/// <summary>The scheduler itself, with the triggers of the timetable, under the clock of the test.</summary>
public class CronFireTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Comes_at_half_past_six_in_Brussels_on_the_morning_after_summer_time_begins(Engine engine)
    {
        var database = await TestDatabase.NewAsync(engine);
        if (engine == Engine.PostgreSql)
            (await new Product(database).RunAsync("migrate")).ExitCode.ShouldBe(0);
        var clock = TestClock.New();
        clock.SetOfficeTime("2027-03-28 06:29");
        await using var app = TrainingApp.StartOn(database, host => host
            .UseSetting("Jobs:Timetable", "true").ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));

        await Eventually.Async(
            async () =>
            {
                clock.Advance(TimeSpan.FromSeconds(5));
                return await app.ReadAsync(db => db.JobRuns.AnyAsync(run => run.EndedAt != null, Ct));
            },
            Ct);

        var run = await app.ReadAsync(db => db.JobRuns.SingleAsync(Ct));
        (run.Job, run.Due, run.StartedBy, run.Status).ShouldBe(
            ("session-go-no-go", new DateTimeOffset(2027, 3, 28, 4, 30, 0, TimeSpan.Zero), RunTimedJob.ByTimetable, JobRunStatus.Succeeded));
    }
}
