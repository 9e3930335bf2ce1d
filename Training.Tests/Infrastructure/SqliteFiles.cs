using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Training.Migrations.Sqlite;

namespace Training.Tests.Infrastructure;

/// <summary>A file for each database, in a temporary folder that goes with the run.</summary>
internal sealed class SqliteFiles : ITestEngine
{
    public Task<string> CreateAsync() => Task.FromResult(ConnectionTo(TemporaryFiles.NewPath(".db")));

    public Task<string> CloneAsync(string original)
    {
        var copy = TemporaryFiles.NewPath(".db");
        File.Copy(FileOf(original), copy);
        return Task.FromResult(ConnectionTo(copy));
    }

    // The last connection to close moves the write-ahead log into the file, so that the file alone is the database.
    public void Disconnect(string database)
    {
        using var connection = new SqliteConnection(database);
        SqliteConnection.ClearPool(connection);
    }

    public Task DropAsync(string database)
    {
        Disconnect(database);
        foreach (var file in new[] { FileOf(database), TimetableOf(database) })
        {
            foreach (var end in new[] { "", "-wal", "-shm" })
                File.Delete(file + end);
        }

        return Task.CompletedTask;
    }

    public void Use(DbContextOptionsBuilder options, string database) => options.UseTrainingSqlite(database);

    /// <summary>The file in which the scheduler keeps what fires next.</summary>
    public static string TimetableOf(string database) => Path.ChangeExtension(FileOf(database), "timetable.db");

    private static string ConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;

    private static string FileOf(string database) => new SqliteConnectionStringBuilder(database).DataSource;
}
