using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Tests.Cli;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Faults;

/// <summary>Two processes that bring one new database up to date at once, and then two that serve it.</summary>
public class TwoMigrationsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Both_end_well_and_leave_one_school(Engine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        await using var model = await TestDatabase.NewAsync(engine);
        var product = new Product(database);

        var endings = await Task.WhenAll(product.RunAsync("migrate"), product.RunAsync("migrate"));

        foreach (var ending in endings)
            ending.ExitCode.ShouldBe(0, ending.Errors);
        (await ReferenceDataAsync(database)).ShouldBe(await ReferenceDataAsync(model));
        await using var one = await RunningProduct.StartOnAsync(database, Ct);
        await using var other = await RunningProduct.StartOnAsync(database, Ct);
    }

    private static async Task<(int Themes, int Functions, int Parameters)> ReferenceDataAsync(TestDatabase database)
    {
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        return await services.ReadAsync(async db => (await db.Themes.CountAsync(Ct), await db.StaffFunctions.CountAsync(Ct), await db.Parameters.CountAsync(Ct)));
    }
}
