using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Domain.Persistence;
using Training.Migrations.PostgreSql;

namespace Training.Benchmarks;

/// <summary>A database that two processes of the product share.</summary>
internal interface IRaceDatabase
{
    /// <summary>As in <c>Database:Provider</c>.</summary>
    string Provider { get; }

    string ConnectionString { get; }

    TrainingDbContext Open();

    /// <summary>The same race without the product: a connection each, a conditional count and an insert under the same constraints.</summary>
    Task<double> BareInsertsPerSecondAsync(int rounds, int clients, int seats, CancellationToken ct);
}

/// <summary>What both engines have in common in the bare race.</summary>
internal static class BareRace
{
    private const string Tables =
        """
        create table bare_sessions (id integer primary key, taken integer not null, capacity integer not null, check (taken between 0 and capacity));
        create table bare_enrolments (session_id integer not null references bare_sessions, person_id integer not null, holds_seat integer not null, unique (session_id, person_id));
        """;

    /// <param name="open">A connection of its own, open.</param>
    /// <param name="begin">How the engine begins a transaction that writes.</param>
    public static async Task<double> PerSecondAsync(Func<Task<DbConnection>> open, string begin, int rounds, int clients, int seats, CancellationToken ct)
    {
        await using (var setup = await open())
        {
            await RunAsync(setup, Tables, ct);
            foreach (var round in Enumerable.Range(1, rounds))
                await RunAsync(setup, string.Create(CultureInfo.InvariantCulture, $"insert into bare_sessions values ({round}, 0, {seats})"), ct);
        }

        var connections = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => open()));
        var time = Stopwatch.StartNew();
        foreach (var round in Enumerable.Range(1, rounds))
            await Task.WhenAll(connections.Select((connection, person) => Task.Run(() => EnrolAsync(connection, begin, round, person, ct), ct)));
        var elapsed = time.Elapsed.TotalSeconds;
        foreach (var connection in connections)
            await connection.DisposeAsync();
        return rounds * clients / elapsed;
    }

    private static async Task EnrolAsync(DbConnection connection, string begin, int session, int person, CancellationToken ct)
    {
        await RunAsync(connection, begin, ct);
        var won = await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"update bare_sessions set taken = taken + 1 where id = {session} and taken < capacity"), ct);
        await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"insert into bare_enrolments values ({session}, {person}, {won})"), ct);
        await RunAsync(connection, "commit", ct);
    }

    private static async Task<int> RunAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(ct);
    }
}

internal sealed class SqliteRace : IRaceDatabase, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Provider => "Sqlite";

    public string ConnectionString => $"Data Source={_folder.PathOf("race.db")}";

    public TrainingDbContext Open() => new SchoolFile(_folder.PathOf("race.db")).Open();

    public Task<double> BareInsertsPerSecondAsync(int rounds, int clients, int seats, CancellationToken ct) => BareRace.PerSecondAsync(
        async () =>
        {
            var connection = new SqliteConnection($"Data Source={_folder.PathOf("bare.db")};Pooling=False");
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma busy_timeout = 30000; pragma journal_mode = wal; pragma synchronous = normal;";
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        },
        "begin immediate", rounds, clients, seats, ct);

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A private PostgreSQL, by the script of the tests.</summary>
internal sealed class PostgresRace : IRaceDatabase, IAsyncDisposable
{
    private readonly string _script;
    private readonly string _folder;

    private PostgresRace(string script, string folder, string connectionString) => (_script, _folder, ConnectionString) = (script, folder, connectionString);

    public string Provider => "PostgreSql";

    public string ConnectionString { get; }

    public static async Task<PostgresRace> StartAsync(CancellationToken ct)
    {
        var script = Path.Combine(ProductServer.Root(), "Training.Tests", "Infrastructure", "postgres.sh");
        var said = (await ExternalTool.RunAsync(script, ["start", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)], "", ct))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var server = new NpgsqlConnectionStringBuilder(said[1]) { MaxPoolSize = 60 };
        await using (var connection = new NpgsqlConnection(server.ConnectionString))
        {
            await connection.OpenAsync(ct);
            await using var create = new NpgsqlCommand("create database race", connection);
            await create.ExecuteNonQueryAsync(ct);
        }

        server.Database = "race";
        var race = new PostgresRace(script, said[0], server.ConnectionString);
        await ProductServer.MigrateAsync(race.Provider, race.ConnectionString, ct);
        return race;
    }

    public TrainingDbContext Open()
    {
        var options = new DbContextOptionsBuilder<TrainingDbContext>();
        options.UseTrainingPostgreSql(ConnectionString);
        return new TrainingDbContext(options.Options);
    }

    public Task<double> BareInsertsPerSecondAsync(int rounds, int clients, int seats, CancellationToken ct) => BareRace.PerSecondAsync(
        async () =>
        {
            var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync(ct);
            return connection;
        },
        "begin", rounds, clients, seats, ct);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExternalTool.RunAsync(_script, ["stop", _folder], "", CancellationToken.None);
    }
}
