using Microsoft.EntityFrameworkCore;

namespace Training.Migrations.PostgreSql;

/// <summary>The production database.</summary>
public static class PostgreSqlStorage
{
    public static DbContextOptionsBuilder UseTrainingPostgreSql(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlStorage).Assembly.GetName().Name))
            .UseSnakeCaseNamingConvention();
}
