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

    private TestDatabase(Engine engine, string connectionString) => (Engine, ConnectionString) = (engine, connectionString);

    public Engine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>Migrated, with the reference data that every school starts with.</summary>
    public static async Task<TestDatabase> NewAsync(Engine engine)
    {
        var template = await Templates.GetOrAdd(engine, key => new(() => MakeTemplateAsync(key))).Value;
        return new TestDatabase(engine, await Engines[engine].CloneAsync(template));
    }

    /// <summary>Without a table, as an operator's new database is.</summary>
    public static async Task<TestDatabase> EmptyAsync(Engine engine) => new(engine, await Engines[engine].CreateAsync());

    public async Task<TestDatabase> CloneAsync()
    {
        Engines[Engine].Disconnect(ConnectionString);
        return new TestDatabase(Engine, await Engines[Engine].CloneAsync(ConnectionString));
    }

    public void Use(DbContextOptionsBuilder options) => Engines[Engine].Use(options, ConnectionString);

    public async ValueTask DisposeAsync() => await Engines[Engine].DropAsync(ConnectionString);

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
