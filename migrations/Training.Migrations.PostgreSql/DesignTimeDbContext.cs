using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Training.Domain.Persistence;

namespace Training.Migrations.PostgreSql;

/// <summary>Lets <c>dotnet ef</c> see the model without starting the product.</summary>
public sealed class DesignTimeDbContext : IDesignTimeDbContextFactory<TrainingDbContext>
{
    public TrainingDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TrainingDbContext>();
        options.UseTrainingPostgreSql("Host=localhost;Database=design_time");
        return new TrainingDbContext(options.Options);
    }
}
