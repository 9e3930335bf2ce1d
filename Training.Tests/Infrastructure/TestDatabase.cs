using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Tests.Infrastructure;

/// <summary>
/// A database of one's own, dropped at the end: a copy of a template that was migrated and filled once in this run.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Dictionary<Engine, ITestEngine> Engines = new()
    {
        [Engine.Sqlite] = new SqliteFiles(),
        [Engine.PostgreSql] = new PostgresServer(),
    };

    private static readonly ConcurrentDictionary<Engine, Lazy<Task<string>>> Templates = new();

    private readonly ITestEngine _server;

    private TestDatabase(Engine engine, ITestEngine server, string connectionString) => (Engine, _server, ConnectionString) = (engine, server, connectionString);

    public Engine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>Migrated, with the reference data that every school starts with.</summary>
    public static async Task<TestDatabase> NewAsync(Engine engine)
    {
        var template = await Templates.GetOrAdd(engine, key => new(() => MakeTemplateAsync(key))).Value;
        return new TestDatabase(engine, Engines[engine], await Engines[engine].CloneAsync(template));
    }

    /// <summary>Without a table, as an operator's new database is.</summary>
    public static async Task<TestDatabase> EmptyAsync(Engine engine) => await EmptyAsync(engine, Engines[engine]);

    internal static async Task<TestDatabase> EmptyAsync(Engine engine, ITestEngine server) => new(engine, server, await server.CreateAsync());

    public async Task<TestDatabase> CloneAsync()
    {
        _server.Disconnect(ConnectionString);
        return new TestDatabase(Engine, _server, await _server.CloneAsync(ConnectionString));
    }

    public void Use(DbContextOptionsBuilder options) => _server.Use(options, ConnectionString);

    public async ValueTask DisposeAsync() => await _server.DropAsync(ConnectionString);

    private static async Task<string> MakeTemplateAsync(Engine engine)
    {
        var database = await EmptyAsync(engine);
        await using var services = TestSchool.ServicesOn(database, TestClock.New());
        await services.DoAsync<TrainingDbContext>(db => db.Database.MigrateAsync());
        await services.DoAsync<SeedReferenceData>(seed => seed.HandleAsync(CancellationToken.None));
        Engines[engine].Disconnect(database.ConnectionString);
        return database.ConnectionString;
    }
}
