using Microsoft.Data.Sqlite;
using Npgsql;

namespace Training.Web.Hosting;

/// <summary>
/// Lets one process at a time bring a database up to date, reference data included; whoever comes second waits and finds nothing left to do. It
/// ends with the process that has it, however that ends.
/// </summary>
internal sealed class MigrationTurn : IAsyncDisposable
{
    private const string Lock = "select pg_advisory_lock(hashtext('training migration'))";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly IAsyncDisposable _held;

    private MigrationTurn(IAsyncDisposable held) => _held = held;

    /// <summary>A lock of PostgreSQL's that lasts as long as the connection.</summary>
    public static async Task<MigrationTurn> OnPostgreSqlAsync(string connectionString, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(Lock, connection);
        await command.ExecuteNonQueryAsync(ct);
        return new MigrationTurn(connection);
    }

    /// <summary>A file beside the database, which one process at a time can open.</summary>
    public static async Task<MigrationTurn> OnSqliteAsync(string connectionString, CancellationToken ct)
    {
        var path = $"{Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource)}.migrating";
        while (true)
        {
            try
            {
                return new MigrationTurn(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, ct);
            }
        }
    }

    public ValueTask DisposeAsync() => _held.DisposeAsync();
}
