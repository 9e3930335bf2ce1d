using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Migrations.PostgreSql;

namespace Training.Tests.Infrastructure;

/// <summary>
/// The private PostgreSQL of this run: the one that <c>./dev test</c> started and named in <c>TRAINING_TEST_POSTGRES</c>, or one
/// that is started here by the same script and ends with this process.
/// </summary>
internal sealed class PostgresServer : ITestEngine
{
    private readonly Lazy<Task<string>> _address;

    public PostgresServer() : this(FindOrStartAsync)
    {
    }

    private PostgresServer(Func<Task<string>> address) => _address = new(address);

    public static PostgresServer At(PostgresCluster cluster) => new(() => Task.FromResult(cluster.Address));

    public async Task<string> CreateAsync() => await CreateAsync("template0");

    public async Task<string> CloneAsync(string original) => await CreateAsync(NameOf(original));

    public void Disconnect(string database)
    {
        using var connection = new NpgsqlConnection(database);
        NpgsqlConnection.ClearPool(connection);
    }

    public async Task DropAsync(string database)
    {
        Disconnect(database);
        await ExecuteAsync($"drop database {NameOf(database)} with (force)");
    }

    public void Use(DbContextOptionsBuilder options, string database) => options.UseTrainingPostgreSql(database);

    private async Task<string> CreateAsync(string template)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"create database {name} template {template} strategy file_copy");
        return new NpgsqlConnectionStringBuilder(await _address.Value) { Database = name, MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await _address.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string NameOf(string database) => new NpgsqlConnectionStringBuilder(database).Database!;

    private static async Task<string> FindOrStartAsync()
    {
        if (Environment.GetEnvironmentVariable("TRAINING_TEST_POSTGRES") is { Length: > 0 } given)
            return given;

        return (await PostgresCluster.StartAsync()).Address;
    }
}
