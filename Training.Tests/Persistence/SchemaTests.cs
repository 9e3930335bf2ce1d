using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Persistence;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Persistence;

public class SchemaTests
{
    [Theory, BothDatabases]
    public async Task Is_up_to_date_with_the_model(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);

        (await school.ReadAsync(async db => await db.Database.GetPendingMigrationsAsync())).ShouldBeEmpty();
        (await school.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Starts_with_the_reference_data_of_every_school(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);

        (await school.ReadAsync(db => db.Funders.CountAsync())).ShouldBeGreaterThan(0);
        (await school.ReadAsync(db => db.Parameters.CountAsync())).ShouldBeGreaterThan(0);
    }

    [Theory, BothDatabases]
    public async Task Keeps_reference_data_that_is_there_when_it_is_seeded_again(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var before = await school.ReadAsync(db => db.Parameters.CountAsync());

        await school.Services.DoAsync<SeedReferenceData>(seed => seed.HandleAsync(TestContext.Current.CancellationToken));

        (await school.ReadAsync(db => db.Parameters.CountAsync())).ShouldBe(before);
    }
}
