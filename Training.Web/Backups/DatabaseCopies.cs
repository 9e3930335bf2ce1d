using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Training.Web.Backups;

/// <summary>Copies a whole database out to a file and back, while others use it.</summary>
internal static class DatabaseCopies
{
    public static void SaveSqlite(string connectionString, string file)
    {
        using var source = Open(connectionString);
        using var copy = Open(PlainFile(file));
        source.BackupDatabase(copy);
    }

    public static void LoadSqlite(string file, string connectionString)
    {
        using var copy = Open(PlainFile(file));
        using var target = Open(connectionString);
        copy.BackupDatabase(target);
        SqliteConnection.ClearAllPools();
    }

    public static Task SavePostgreSqlAsync(string connectionString, string file, CancellationToken ct) =>
        RunAsync("pg_dump", connectionString, ["--format=custom", "--no-owner", "--no-privileges", $"--file={file}"], ct);

    // What a newer version of the product added is not in the backup, so everything goes first.
    public static async Task LoadPostgreSqlAsync(string file, string connectionString, CancellationToken ct)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand("drop schema if exists public cascade; create schema public", connection);
            await command.ExecuteNonQueryAsync(ct);
        }

        await RunAsync("pg_restore", connectionString, ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", file], ct);
        NpgsqlConnection.ClearAllPools();
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static string PlainFile(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString;

    private static async Task RunAsync(string tool, string connectionString, string[] arguments, CancellationToken ct)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(PathOf(tool), [$"--dbname={server.Database}", .. arguments]) { RedirectStandardError = true };
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{tool} ended with {process.ExitCode}: {errors}");
    }

    // Debian keeps the tools of each version apart; the newest reads what the older wrote.
    private static string PathOf(string tool)
    {
        const string Versions = "/usr/lib/postgresql";
        var newest = Directory.Exists(Versions)
            ? Directory.EnumerateDirectories(Versions).Select(version => Path.Combine(version, "bin", tool)).Where(File.Exists)
                .OrderByDescending(path => int.TryParse(Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path))), out var version) ? version : 0).FirstOrDefault()
            : null;
        return newest ?? tool;
    }
}
