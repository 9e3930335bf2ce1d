using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.TimeRelease;

namespace Training.Benchmarks;

/// <summary>The time-release ledger: settling it, proving it against a bare sum in the database's shell, and the employer's page above it.</summary>
internal static class Ledger
{
    public const int Entries = 1_000_000;

    private const int Enrolments = 2_000;
    private const int Rounds = 5;
    private const int Pages = 300;
    private const string Psql = "psql";
    private const string BareSum = "select account_id, from_account, to_account, sum(minutes) from ledger_entries group by account_id, from_account, to_account";

    /// <param name="entries">Of the larger ledger; the smaller one has a tenth.</param>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int entries, CancellationToken ct)
    {
        ExternalTool.EnsureHere(SqliteShell.Tool);
        ExternalTool.EnsureHere(Psql);
        return
        [
            .. await MeasureAsync(() => Task.FromResult<IRaceDatabase>(new SqliteRace()), entries, ct),
            .. await MeasureAsync(async () => await PostgresRace.StartAsync(ct), entries, ct),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(Func<Task<IRaceDatabase>> start, int entries, CancellationToken ct)
    {
        var settled = await OnAsync(start, database => SettleAsync(database, ct));
        var small = await OnAsync(start, database => AskAsync(database, entries / 10, ct));
        var large = await OnAsync(start, database => AskAsync(database, entries, ct));
        var (name, facts) = (large.Provider.ToLowerInvariant(), new Dictionary<string, object> { ["entries"] = large.Entries });
        return
        [
            settled,
            new($"ledger-verify-{name}", large.Verify, "ms", large.Shell) { Facts = facts },
            new($"ledger-verify-small-{name}", small.Verify, "ms", small.Shell) { Facts = new Dictionary<string, object> { ["entries"] = small.Entries } },
            new($"ledger-growth-{name}", large.Verify / large.Entries * 1_000_000, "ms/million", small.Verify / small.Entries * 1_000_000) { Facts = facts },
            new($"cockpit-p99-{name}", large.Page, "ms", small.Page) { Facts = new Dictionary<string, object>(facts) { ["median ms"] = Math.Round(large.Median, 1) } },
        ];
    }

    private static async Task<T> OnAsync<T>(Func<Task<IRaceDatabase>> start, Func<IRaceDatabase, Task<T>> measure)
    {
        var database = await start();
        await using var _ = (IAsyncDisposable)database;
        return await measure(database);
    }

    private sealed record Answers(string Provider, int Entries, double Verify, double Shell, double Page, double Median);

    private static async Task<Answers> AskAsync(IRaceDatabase database, int entries, CancellationToken ct)
    {
        var filled = await new LedgerSchool(database).FillAsync(entries, ct);
        if (database.Provider == "Sqlite")
            SchoolFile.Close();

        var (verify, shell) = (new List<double>(), new List<double>());
        await VerifyAsync(database, ct);
        await ShellAsync(database, ct);
        for (var round = 0; round < Rounds; round++)
        {
            verify.Add(await Times.MillisecondsAsync(() => VerifyAsync(database, ct)));
            shell.Add(await Times.MillisecondsAsync(() => ShellAsync(database, ct)));
        }

        var pages = await PagesAsync(database, ct);
        return new Answers(database.Provider, filled, verify.Min(), shell.Min(), Times.Percentile(pages, 0.99), Times.Median(pages));
    }

    private static async Task VerifyAsync(IRaceDatabase database, CancellationToken ct)
    {
        await using var db = database.Open();
        if (await new VerifyLedger(db).HandleAsync(ct) is { } fault)
            throw new BenchmarkFailed($"The ledger has a fault: {fault}.");
    }

    private static Task<string> ShellAsync(IRaceDatabase database, CancellationToken ct)
    {
        if (database.Provider == "Sqlite")
            return new SqliteShell(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource).RunAsync(BareSum, ct);

        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return ExternalTool.RunAsync(Psql, ["-X", "-A", "-t", "-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!, "-d", server.Database!, "-c", BareSum], "", ct);
    }

    // One officer looks at the page again and again; nobody else is there.
    private static async Task<IReadOnlyCollection<double>> PagesAsync(IRaceDatabase database, CancellationToken ct)
    {
        await using var server = await ProductServer.StartOnAsync(database.Provider, database.ConnectionString, ct, ("Samples__Skip", "true"));
        using var http = await server.SignedInAsync("officer", ct);
        return await Times.OfPageAsync(http, "/fr/cockpit?month=2026-03", "P50", Pages, ct);
    }

    private static async Task<Figure> SettleAsync(IRaceDatabase database, CancellationToken ct)
    {
        await new LedgerSchool(database).TeachAsync(Enrolments, ct);
        await using var services = ServicesOn(database);
        await using var scope = services.CreateAsyncScope();
        var time = Stopwatch.StartNew();
        var report = await scope.ServiceProvider.GetRequiredService<SettleSealedHalfDays>().HandleAsync(new(), ct);
        var seconds = time.Elapsed.TotalSeconds;
        if (report.Lines != 2 * Enrolments)
            throw new BenchmarkFailed($"{report.Lines} lines were written for {Enrolments} enrolments of two half-days.");

        await VerifyAsync(database, ct);
        return new Figure($"ledger-settlement-{database.Provider.ToLowerInvariant()}", Enrolments / seconds, "enrolments/s", Enrolments / await BareInsertsAsync(database, ct))
        {
            Facts = new Dictionary<string, object> { ["enrolments"] = Enrolments, ["lines"] = report.Lines },
        };
    }

    // As many lines in as many transactions, copied by the database itself into a table without rules.
    private static async Task<double> BareInsertsAsync(IRaceDatabase database, CancellationToken ct)
    {
        await using var db = database.Open();
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(ct);
        await RunAsync(connection, "create table bare_lines as select * from ledger_entries where 1 = 0", ct);
        var halfDays = await db.Database.SqlQueryRaw<string>("select distinct cast(cause_id as text) as \"Value\" from ledger_entries where kind = 'Consume'").ToListAsync(ct);
        var time = Stopwatch.StartNew();
        foreach (var halfDay in halfDays)
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await RunAsync(connection, $"insert into bare_lines select * from ledger_entries where cause_id = '{halfDay}'", ct);
            await transaction.CommitAsync(ct);
        }

        return time.Elapsed.TotalSeconds;
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static ServiceProvider ServicesOn(IRaceDatabase database) => new ServiceCollection()
        .AddLogging().AddTrainingDomain().AddSingleton(TimeProvider.System).AddSingleton<ICurrentActor, Author>()
        .AddScoped(_ => database.Open())
        .BuildServiceProvider();
}
