using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Training.Web.Hosting;
using Xunit;

namespace Training.Tests.Web;

public class KeyStoreTests
{
    private const string Purpose = "test";

    [Theory, BothDatabases]
    public async Task Lets_one_node_read_what_another_has_signed(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await using var other = school.AnotherOnTheSameDatabase();

        var signed = ProtectionOn(school.Services).CreateProtector(Purpose).Protect("cookie");

        ProtectionOn(other).CreateProtector(Purpose).Unprotect(signed).ShouldBe("cookie");
        (await school.ReadAsync(db => db.ProtectionKeys.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    private static IDataProtectionProvider ProtectionOn(IServiceProvider database)
    {
        // A container does not let its own factory of scopes be replaced.
        var services = new ServiceCollection().AddLogging()
            .AddSingleton(database.GetRequiredService<OfficeClock>())
            .AddScoped(_ => database.CreateScope())
            .AddScoped(scope => scope.GetRequiredService<IServiceScope>().ServiceProvider.GetRequiredService<TrainingDbContext>());
        KeyStore.AddTo(services);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }
}
