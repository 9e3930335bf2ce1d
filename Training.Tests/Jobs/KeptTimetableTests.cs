using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;
using Training.Domain.Work;
using Training.Tests.Cli;
using Training.Tests.Infrastructure;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Jobs;

/// <summary>What the scheduler keeps while no process is there: in tables on PostgreSQL, in a file beside the database on SQLite.</summary>
public class KeptTimetableTests
{
    private const string Job = "session-go-no-go";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_changed_timetable_is_followed_and_an_overdue_fire_is_answered_by_the_next_process(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        (await new Product(database).RunAsync("migrate")).ShouldSatisfyAllConditions(made => made.ExitCode.ShouldBe(0, made.Errors));
        await using (await RunningProduct.StartOnAsync(database, Ct))
        {
        }

        var overdue = TimeProvider.System.GetUtcNow().AddHours(-5);
        await using (var kept = await KeptAsync(database))
        {
            await RunAsync(kept,
                $"""
                update qrtz_cron_triggers set cron_expression = '0 0 3 1 1 ? 2090' where trigger_name = 'certificates';
                insert into qrtz_job_details select sched_name, 'a-job-of-before', job_group, description, job_class_name, is_durable, is_nonconcurrent, is_update_data, requests_recovery, job_data
                    from qrtz_job_details where job_name = 'certificates';
                update qrtz_triggers set next_fire_time = {overdue.UtcTicks} where trigger_name = '{Job}';
                """);
        }

        await using var next = await RunningProduct.StartOnAsync(database, Ct);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        await Eventually.Async(() => services.ReadAsync(db => db.JobRuns.AnyAsync(run => run.Job == Job && run.Status == JobRunStatus.Succeeded, Ct)), Ct);
        await using var after = await KeptAsync(database);
        (await ReadAsync(after, "select cron_expression from qrtz_cron_triggers where trigger_name = 'certificates'")).ShouldBe([Timetable.Find("certificates")!.Cron]);
        (await ReadAsync(after, "select job_name from qrtz_job_details"))
            .ShouldBe([.. Timetable.Jobs.Select(job => job.Name), "run-work", "send-messages", "catch-up"], ignoreOrder: true);
    }

    private static async Task<DbConnection> KeptAsync(TestDatabase database)
    {
        DbConnection connection = database.Engine == Engine.PostgreSql
            ? new NpgsqlConnection(database.ConnectionString)
            : new SqliteConnection($"Data Source={SqliteFiles.TimetableOf(database.ConnectionString)};Pooling=false");
        await connection.OpenAsync(Ct);
        return connection;
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var found = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(Ct);
        while (await rows.ReadAsync(Ct))
            found.Add(rows.GetString(0));
        return found;
    }
}
