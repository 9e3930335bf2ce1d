using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses.Search;
using Training.Domain.Persistence;
using Training.Migrations.PostgreSql;
using Training.Migrations.Sqlite;
using Training.Web.Samples;

namespace Training.Web.Hosting;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

internal static class Database
{
    private const string DefaultFile = "App_Data/training.db";

    /// <summary>The database that <c>Database:Provider</c> names: SQLite in a file of its own, unless PostgreSQL is asked for.</summary>
    public static IServiceCollection AddTrainingDatabase(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddDbContext<TrainingDbContext>((provider, options) =>
        {
            options.UseTraining(provider.GetRequiredService<IConfiguration>(), environment);
            options.AddInterceptors(provider.GetRequiredService<AllocationReverser>(), provider.GetRequiredService<ChangeRecorder>());
        });
        return services;
    }

    /// <summary>
    /// Begins to read the model on another thread. EF Core keeps one model for all contexts of the same provider, and who asks for it before it
    /// is there waits. A fault shows when the database is prepared.
    /// </summary>
    public static void ReadModelAhead(IConfiguration configuration, IHostEnvironment environment) => _ = Task.Run(() =>
    {
        var options = new DbContextOptionsBuilder<TrainingDbContext>();
        options.UseTraining(configuration, environment);
        using var db = new TrainingDbContext(options.Options);
        _ = db.Model;
    });

    private static void UseTraining(this DbContextOptionsBuilder options, IConfiguration configuration, IHostEnvironment environment)
    {
        if (ProviderOf(configuration) == DatabaseProvider.PostgreSql)
            options.UseTrainingPostgreSql(PostgreSqlConnection(configuration));
        else
            options.UseTrainingSqlite(SqliteConnection(configuration, environment));
    }

    public static DatabaseProvider ProviderOf(IConfiguration configuration) =>
        configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);

    /// <summary>
    /// SQLite brings itself up to date and, in demo mode, loads the sample school when it is empty. PostgreSQL does not: the site
    /// refuses to start on a pending migration and names the command.
    /// </summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        MakeFolder(scope.ServiceProvider);
        var isBehind = (await db.Database.GetPendingMigrationsAsync()).Any();
        var isSqlite = ProviderOf(app.Configuration) == DatabaseProvider.Sqlite;
        if (isBehind && isSqlite)
            await MigrateAsync(scope.ServiceProvider, CancellationToken.None);
        else if (isSqlite)
            await scope.ServiceProvider.GetRequiredService<SeedReferenceData>().HandleAsync(CancellationToken.None);
        else if (isBehind || (SchedulerStore.IsShared(app.Configuration) && !await SchedulerStore.HasTablesAsync(PostgreSqlConnection(app.Configuration), CancellationToken.None)))
            throw new InvalidOperationException("The database is behind this version of the product. Run the command 'migrate' first.");

        if (SignIn.ModeOf(app.Configuration, app.Environment) == SignInMode.Demo && !app.Configuration.GetValue("Samples:Skip", false)
            && !await db.Courses.AnyAsync())
            await SampleSchool.LoadAsync(app.Configuration, app.Environment, SampleSchool.FolderOf(app.Configuration, app.Environment), asOf: null, CancellationToken.None);
    }

    /// <summary>The connection string, with its password.</summary>
    public static string ConnectionOf(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        return ProviderOf(configuration) == DatabaseProvider.PostgreSql ? PostgreSqlConnection(configuration) : SqliteConnection(configuration, services.GetRequiredService<IHostEnvironment>());
    }

    /// <summary>The folder of the database's file, where it is one.</summary>
    public static void MakeFolder(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        if (ProviderOf(configuration) == DatabaseProvider.Sqlite)
            Directory.CreateDirectory(Path.GetDirectoryName(SqliteFile(configuration, services.GetRequiredService<IHostEnvironment>()))!);
    }

    /// <summary>Applies pending migrations and adds the scheduler's tables, missing reference data, and what the search does not know yet.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        MakeFolder(services);
        var configuration = services.GetRequiredService<IConfiguration>();
        var isPostgreSql = ProviderOf(configuration) == DatabaseProvider.PostgreSql;
        await using var turn = isPostgreSql
            ? await MigrationTurn.OnPostgreSqlAsync(PostgreSqlConnection(configuration), ct)
            : await MigrationTurn.OnSqliteAsync(ConnectionOf(services), ct);
        await services.GetRequiredService<TrainingDbContext>().Database.MigrateAsync(ct);
        if (isPostgreSql)
            await SchedulerStore.CreateTablesAsync(configuration, services.GetRequiredService<IHostEnvironment>(), ct);
        await services.GetRequiredService<SeedReferenceData>().HandleAsync(ct);
        await services.GetRequiredService<CatalogueIndex>().RefreshAsync(ct);
    }

    public static string PostgreSqlConnection(IConfiguration configuration) =>
        configuration.GetConnectionString("Training")
        ?? throw new InvalidOperationException("PostgreSQL needs a connection string: set ConnectionStrings:Training.");

    private static string SqliteConnection(IConfiguration configuration, IHostEnvironment environment) =>
        configuration.GetConnectionString("Training") ?? $"Data Source={Path.Combine(environment.ContentRootPath, DefaultFile)}";

    public static string SqliteFile(IConfiguration configuration, IHostEnvironment environment) =>
        Path.GetFullPath(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(SqliteConnection(configuration, environment)).DataSource);
}
