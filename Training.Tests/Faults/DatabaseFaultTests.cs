using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Shouldly;
using Training.Tests.Infrastructure;
using Training.Web.Features.Shared;
using Xunit;

namespace Training.Tests.Faults;

public class DatabaseFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Say_that_nothing_was_kept_while_nothing_can_be_written_and_are_over_when_it_can(Engine engine)
    {
        var door = new Door();
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine, door);
        var officer = await app.ClientForAsync("officer");
        var (form, person) = await officer.EnrolFormAsync();
        var before = await CountsAsync(app);

        door.IsShut = true;
        (await officer.GetAsync(new Uri("/fr/catalogue", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK, "reading goes on");
        using (var refused = await officer.EnrolAsync(form, person))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            var page = await refused.PageAsync();
            page.QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe(new Texts().In("fr", "Error_503_Title"));
            page.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("Rien de ce que vous venez d'envoyer n'a été enregistré");
        }

        (await CountsAsync(app)).ShouldBe(before);
        door.IsShut = false;
        using var accepted = await officer.EnrolAsync(form, person);
        accepted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CountsAsync(app)).Enrolments.ShouldBe(before.Enrolments + 1);
    }

    [Theory, BothDatabases]
    public async Task Do_not_enrol_anybody_twice_when_the_disk_is_full_for_a_while(Engine engine)
    {
        var disk = new FullDisk();
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine, disk);
        var officer = await app.ClientForAsync("officer");
        var (form, person) = await officer.EnrolFormAsync();
        var before = await CountsAsync(app);

        await disk.FillAsync(app);
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var refused = await officer.EnrolAsync(form, person);
            statuses.Add(refused.StatusCode);
        }

        statuses.ShouldAllBe(status => status == HttpStatusCode.ServiceUnavailable);
        await disk.ClearAsync(app);
        (await CountsAsync(app)).ShouldBe(before);
        using var accepted = await officer.EnrolAsync(form, person);
        (await CountsAsync(app)).Enrolments.ShouldBe(before.Enrolments + 1);
    }

    [Fact]
    public async Task Cost_no_more_than_the_requests_that_were_under_way_when_every_connection_is_cut()
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(Engine.PostgreSql);
        var officer = await app.ClientForAsync("officer");
        var database = await app.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var cutting = CutAsync(database, over.Token);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var seen = new List<HttpStatusCode>();
            for (var i = 0; i < 15; i++)
            {
                using var answer = await officer.GetAsync(new Uri("/fr/enrolments", UriKind.Relative), Ct);
                seen.Add(answer.StatusCode);
            }

            return seen;
        }));
        await over.CancelAsync();
        var cuts = await cutting;

        cuts.ShouldBeGreaterThan(0);
        statuses.SelectMany(seen => seen).ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.ServiceUnavailable);
        for (var i = 0; i < 5; i++)
            (await officer.GetAsync(new Uri("/fr/enrolments", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<(int Enrolments, int Transitions, int Entries, int Messages, int Changes)> CountsAsync(TrainingApp app) => app.ReadAsync(async db => (
        await db.Enrolments.CountAsync(Ct), await db.EnrolmentTransitions.CountAsync(Ct), await db.LedgerEntries.CountAsync(Ct),
        await db.OutboxMessages.CountAsync(Ct), await db.ChangeRecords.CountAsync(Ct)));

    private static async Task<int> CutAsync(string database, CancellationToken over)
    {
        var cuts = 0;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Ct);
        while (!over.IsCancellationRequested)
        {
            await using var cut = new NpgsqlCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection);
            cuts += Convert.ToInt32(await cut.ExecuteScalarAsync(Ct), CultureInfo.InvariantCulture);
            await Task.Delay(TimeSpan.FromMilliseconds(150), Ct);
        }

        return cuts;
    }

    /// <summary>A database that lets nobody write, by the switch that each of them has for it.</summary>
    private sealed class Door : DbConnectionInterceptor
    {
        public bool IsShut { get; set; }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
            await ExecuteAsync(connection, connection is NpgsqlConnection ? $"set default_transaction_read_only = {(IsShut ? "on" : "off")}" : $"pragma query_only = {(IsShut ? 1 : 0)}", cancellationToken);
    }

    /// <summary>The file of SQLite may not grow, and nothing in it is free; PostgreSQL ends the last statement of a change as on a full disk.</summary>
    private sealed class FullDisk : DbConnectionInterceptor
    {
        private bool _isFull;

        public Task<int> FillAsync(TrainingApp app) => app.ReadAsync(async db =>
        {
            if (db.Database.IsNpgsql())
            {
                return await db.Database.ExecuteSqlRawAsync(
                    """
                    create function disk_full() returns trigger language plpgsql as $$ begin raise exception 'No space left on device' using errcode = 'disk_full'; end $$;
                    create trigger disk_full before insert on outbox_messages execute function disk_full();
                    """,
                    Ct);
            }

            // No page of the file is left over from what was dropped.
            await db.Database.ExecuteSqlRawAsync("vacuum", Ct);
            _isFull = true;
            return 0;
        });

        public Task<int> ClearAsync(TrainingApp app)
        {
            _isFull = false;
            return app.ReadAsync(async db => db.Database.IsNpgsql() ? await db.Database.ExecuteSqlRawAsync("drop function disk_full cascade", Ct) : 0);
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (connection is not NpgsqlConnection)
                await ExecuteAsync(connection, $"pragma max_page_count = {(_isFull ? 1 : int.MaxValue)}", cancellationToken);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
