using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Retention;
using Training.Domain.Time;
using Training.Domain.Work;
using Training.Web.Hosting;

namespace Training.Web.Backups;

/// <summary>Makes backups and puts them back. After a restore mail and jobs are on hold until somebody has looked and released them.</summary>
internal static class Backups
{
    public static async Task SaveAsync(IServiceProvider services, string archive, CancellationToken ct)
    {
        var (db, clock) = (services.GetRequiredService<TrainingDbContext>(), services.GetRequiredService<OfficeClock>());
        var (provider, madeAt) = (Database.ProviderOf(services.GetRequiredService<IConfiguration>()), clock.Now);
        var migration = (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? throw new InvalidOperationException("The database has no tables yet: there is nothing to save.");
        await WithTemporaryFileAsync(archive, async file =>
        {
            if (provider == DatabaseProvider.Sqlite)
                DatabaseCopies.SaveSqlite(Database.ConnectionOf(services), file);
            else
                await DatabaseCopies.SavePostgreSqlAsync(Database.ConnectionOf(services), file, ct);
            await BackupArchive.PackAsync(file, provider, migration, madeAt, archive, ct);
        });
    }

    /// <returns>How many destructions were newer than the backup, and were done again.</returns>
    public static async Task<int> RestoreAsync(IServiceProvider services, string archive, bool replace, string by, CancellationToken ct)
    {
        var destroyed = 0;
        await WithTemporaryFileAsync(archive, async file =>
        {
            var manifest = await BackupArchive.UnpackAsync(archive, file, ct);
            var provider = Database.ProviderOf(services.GetRequiredService<IConfiguration>());
            if (manifest.Provider != provider)
                throw new InvalidOperationException($"This is a backup of {manifest.Provider}, and the product is set to {provider}.");

            var newer = await LookAtTargetAsync(services, manifest, replace, ct);
            if (provider == DatabaseProvider.Sqlite)
                DatabaseCopies.LoadSqlite(file, Database.ConnectionOf(services));
            else
                await DatabaseCopies.LoadPostgreSqlAsync(file, Database.ConnectionOf(services), ct);

            await using var scope = services.CreateAsyncScope();
            await HoldAsync(scope.ServiceProvider, by, ct);
            destroyed = newer.Count == 0 ? 0 : await scope.ServiceProvider.GetRequiredService<RepeatDestructions>().HandleAsync(new(newer), ct);
        });
        return destroyed;
    }

    /// <summary>Stops mail, jobs and background work on every node.</summary>
    public static async Task HoldAsync(IServiceProvider services, string by, CancellationToken ct)
    {
        var (db, clock) = (services.GetRequiredService<TrainingDbContext>(), services.GetRequiredService<OfficeClock>());
        if (await db.JobPauses.AnyAsync(pause => pause.Job == JobPause.Everything, ct))
            return;

        db.Add(new JobPause(JobPause.Everything, by, clock.Now));
        await db.SaveChangesAsync(ct);
    }

    // A database that cannot be read, or has no tables, has nothing that could be lost.
    private static async Task<IReadOnlyList<DestructionList>> LookAtTargetAsync(IServiceProvider services, BackupManifest manifest, bool replace, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        Database.MakeFolder(services);
        try
        {
            if (!replace && await db.People.AnyAsync(ct))
                throw new InvalidOperationException("The database is not empty. Say --replace to put the backup in its place.");

            return await RepeatDestructions.SinceAsync(db, manifest.MadeAt, ct);
        }
        catch (DbException)
        {
            return [];
        }
    }

    private static async Task WithTemporaryFileAsync(string archive, Func<string, Task> work)
    {
        var file = $"{archive}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            await work(file);
        }
        finally
        {
            foreach (var end in new[] { "", "-wal", "-shm", "-journal" })
                File.Delete(file + end);
        }
    }
}
