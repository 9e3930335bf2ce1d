using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Work;
using Training.Tests.Cli;
using Training.Tests.Infrastructure;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Jobs;

/// <summary>Two processes of the product on one PostgreSQL, as they run behind a proxy.</summary>
public class TwoNodesTests
{
    private const string Job = "session-go-no-go";

    private static readonly (string, string) CheckIn = ("Jobs__CheckIn", "00:00:03");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_each_fire_of_the_timetable_once()
    {
        await using var database = await ReadyAsync();
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        await using var one = await RunningProduct.StartOnAsync(database, Ct, CheckIn);
        await using var other = await RunningProduct.StartOnAsync(database, Ct, CheckIn);
        (await services.ReadAsync(db => db.Database.SqlQuery<string>($"select instance_name as \"Value\" from qrtz_scheduler_state").ToListAsync(Ct)))
            .ConvertAll(node => node.StartsWith(one.NodePrefix, StringComparison.Ordinal) || node.StartsWith(other.NodePrefix, StringComparison.Ordinal)).ShouldBe([true, true]);

        var due = InSeconds(5);
        await LetFireAsync(services, due, Timetable.Jobs.Select(job => job.Name).ToArray());
        await Eventually.Async(async () => await services.ReadAsync(db => db.JobRuns.CountAsync(run => run.EndedAt != null, Ct)) >= Timetable.Jobs.Count, Ct);
        await Eventually.Async(() => NothingFiresAsync(services, due), Ct);

        var runs = await services.ReadAsync(db => db.JobRuns.AsNoTracking().ToListAsync(Ct));
        runs.Select(run => run.Job).ShouldBe(Timetable.Jobs.Select(job => job.Name), ignoreOrder: true);
        runs.ShouldAllBe(run => run.Status == JobRunStatus.Succeeded && run.StartedBy == RunTimedJob.ByTimetable && run.Due == due);
    }

    [Fact]
    public async Task Take_up_at_once_what_a_killed_one_had_begun()
    {
        await using var database = await ReadyAsync();
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        await using var one = await RunningProduct.StartOnAsync(database, Ct, CheckIn);
        await using var other = await RunningProduct.StartOnAsync(database, Ct, CheckIn);
        await using var holder = TestSchool.ServicesOn(database, TimeProvider.System);
        var due = InSeconds(5);

        // The job waits in its middle for a table that somebody else holds, until its process is gone.
        await holder.ReadAsync(async held =>
        {
            await using var hold = await held.Database.BeginTransactionAsync(Ct);
            await held.Database.ExecuteSqlRawAsync("lock table capacity_warnings in access exclusive mode", Ct);
            await LetFireAsync(services, due, Job);
            string? node = null;
            await Eventually.Async(async () => (node = await NodeAtWorkAsync(services)) is not null && await services.ReadAsync(db => db.JobRuns.AnyAsync(run => run.Job == Job, Ct)), Ct);
            await (node!.StartsWith(one.NodePrefix, StringComparison.Ordinal) ? one : other).KillAsync();
            return 0;
        });
        await Eventually.Async(() => services.ReadAsync(db => db.JobRuns.AnyAsync(run => run.Job == Job && run.Status == JobRunStatus.Succeeded, Ct)), Ct);

        var runs = await services.ReadAsync(db => db.JobRuns.AsNoTracking().Where(run => run.Job == Job).OrderBy(run => run.StartedAt).ToListAsync(Ct));
        runs.ConvertAll(run => (run.Status, run.Due)).ShouldBe([(JobRunStatus.Lost, due), (JobRunStatus.Succeeded, due)]);
        (runs[1].StartedAt - runs[0].StartedAt).ShouldBeLessThan(TimeSpan.FromMinutes(5), "the cluster says that the node is gone; nobody waits for a missing sign of life");
    }

    [Fact]
    public async Task Do_not_start_before_the_scheduler_has_its_tables()
    {
        await using var database = await TestDatabase.NewAsync(Engine.PostgreSql);

        (await Should.ThrowAsync<InvalidOperationException>(() => RunningProduct.StartOnAsync(database, Ct))).Message.ShouldContain("Run the command 'migrate' first.");
    }

    private static async Task<TestDatabase> ReadyAsync()
    {
        var database = await TestDatabase.NewAsync(Engine.PostgreSql);
        (await new Product(database).RunAsync("migrate")).ShouldSatisfyAllConditions(made => made.ExitCode.ShouldBe(0, made.Errors));
        return database;
    }

    private static DateTimeOffset InSeconds(int seconds) => DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds);

    // Instead of waiting for the hour: the scheduler looks into its tables every few seconds.
    private static Task<int> LetFireAsync(IServiceProvider services, DateTimeOffset due, params string[] jobs) =>
        services.ReadAsync(db => db.Database.ExecuteSqlAsync($"update qrtz_triggers set next_fire_time = {due.UtcTicks} where trigger_name = any({jobs})", Ct));

    private static async Task<string?> NodeAtWorkAsync(IServiceProvider services) => await services.ReadAsync(db => db.Database
        .SqlQuery<string>($"select instance_name as \"Value\" from qrtz_fired_triggers where job_name = {Job} and state = 'EXECUTING'").SingleOrDefaultAsync(Ct));

    private static async Task<bool> NothingFiresAsync(IServiceProvider services, DateTimeOffset due) => await services.ReadAsync(db => db.Database
        .SqlQuery<int>($"select count(*)::int as \"Value\" from qrtz_fired_triggers where sched_time = {due.UtcTicks}").SingleAsync(Ct)) == 0;
}
