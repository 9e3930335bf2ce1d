using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Update;

namespace Training.Migrations.Sqlite;

/// <summary>The embedded database: one file, write-ahead log, one writer at a time that others wait for.</summary>
public static class SqliteStorage
{
    public static DbContextOptionsBuilder UseTrainingSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name))
            .UseSnakeCaseNamingConvention()
            .ReplaceService<IModificationCommandBatchFactory, InsertsTogether>()
            .AddInterceptors(new Pragmas());

    private sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Settings =
            "pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 30000; pragma foreign_keys = on;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
