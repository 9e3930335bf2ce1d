using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Training.Domain.Persistence;
using Training.Migrations.Sqlite;

namespace Training.Benchmarks;

/// <summary>The embedded database of a school that a benchmark makes.</summary>
internal sealed class SchoolFile(string file, params IInterceptor[] interceptors)
{
    public TrainingDbContext Open()
    {
        var options = new DbContextOptionsBuilder<TrainingDbContext>();
        options.UseTrainingSqlite(new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString).AddInterceptors(interceptors);
        return new TrainingDbContext(options.Options);
    }

    /// <summary>Makes the tables and what every school has.</summary>
    public async Task CreateAsync(CancellationToken ct)
    {
        await using var db = Open();
        await db.Database.MigrateAsync(ct);
        await new SeedReferenceData(db, Office.Clock).HandleAsync(ct);
    }

    public async Task SaveAsync(object[] entities, CancellationToken ct)
    {
        await using var db = Open();
        db.AddRange(entities);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The last connection to close moves the write-ahead log into the file.</summary>
    public static void Close() => SqliteConnection.ClearAllPools();
}
