using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace Training.Web.Hosting;

/// <summary>
/// Where the scheduler keeps what fires next. On PostgreSQL in tables of its own, which all nodes share: a fire belongs to one of them, and what
/// a lost node had begun is taken up by another. On SQLite there is one process, and a file of its own beside the database (decision 33).
/// </summary>
internal static class SchedulerStore
{
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(10);

    /// <summary>Whether this process keeps to the timetable; one with <c>Jobs:Timetable</c> set to <c>false</c> leaves it to others.</summary>
    public static bool IsTimed(IConfiguration configuration) => configuration.GetValue("Jobs:Timetable", true);

    /// <summary>Whether nodes share the timetable.</summary>
    public static bool IsShared(IConfiguration configuration) => Database.ProviderOf(configuration) == DatabaseProvider.PostgreSql && IsTimed(configuration);

    public static void Use(IQuartzBuilder quartz, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!IsTimed(configuration))
            return;

        var checkIn = configuration.GetValue("Jobs:CheckIn", CheckIn);
        var isShared = IsShared(configuration);
        if (isShared)
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceId = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.CreateVersion7():N}");
        quartz.UsePersistentStore(store =>
        {
            In(store, configuration, environment);
            if (isShared)
                store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (checkIn, 2 * checkIn));
            else
                store.ProvisionSchema();
        });
    }

    /// <summary>Creates the scheduler's tables where they are missing. A site on PostgreSQL only looks whether they are there.</summary>
    public static async Task CreateTablesAsync(IConfiguration configuration, IHostEnvironment environment, CancellationToken ct)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "migrate");
            quartz.UsePersistentStore(store =>
            {
                In(store, configuration, environment);
                store.ProvisionSchema();
            });
        });
        await using var provider = services.BuildServiceProvider();
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        await scheduler.Start(ct);
        await scheduler.Shutdown(cancellationToken: ct);
    }

    /// <summary>Whether the tables are there at all; what each of them looks like the scheduler checks itself when it starts.</summary>
    public static async Task<bool> HasTablesAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("select to_regclass('qrtz_triggers') is not null", connection);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static void In(IPersistentStoreBuilder store, IConfiguration configuration, IHostEnvironment environment)
    {
        if (Database.ProviderOf(configuration) == DatabaseProvider.PostgreSql)
            store.UsePostgres(NpgsqlFactory.Instance, Database.PostgreSqlConnection(configuration));
        else
            store.UseSqlite(SqliteFactory.Instance, $"Data Source={Path.ChangeExtension(Database.SqliteFile(configuration, environment), "timetable.db")}");
        store.UseSystemTextJsonSerializer();
        store.ConfigureStore(options => (options.StoreJobDataAsStrings, options.MisfireThreshold) = (true, TimeSpan.FromMinutes(1)));
    }
}
