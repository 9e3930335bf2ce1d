using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Cli;

/// <summary>The verb by which the first administrator of a new school gets in.</summary>
public class SetUpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Prints_a_link_that_lets_one_administrator_in_once_and_then_refuses(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        var product = new Product(database);

        var first = CodeIn(await product.RunAsync("setup", "Nadia Verlinden"));
        var second = CodeIn(await product.RunAsync("setup", "Nadia Verlinden"));
        (await services.ReadAsync(db => db.Accounts.CountAsync(Ct))).ShouldBe(1, "a link that was lost is replaced");
        (await AcceptAsync(services, first)).Refusal.ShouldBeOfType<InvitationExpired>();
        var account = (await AcceptAsync(services, second)).Value;
        (await services.DoAsync((HeldRoles roles) => roles.OfAsync(account, Ct))).ShouldHaveSingleItem().Role.ShouldBe(Role.Administrator);

        var refused = await product.RunAsync("setup", "Somebody Else");
        (refused.ExitCode, refused.Errors).ShouldBe((1, "AdministratorExists\n"));
        (await services.ReadAsync(db => db.Accounts.CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task Is_used_with_a_name()
    {
        (await new Product().RunAsync("setup")).ExitCode.ShouldBe(2);
    }

    private static string CodeIn(Product.Ending ending)
    {
        (ending.ExitCode, ending.Errors).ShouldBe((0, ""));
        return ending.Output.Split('\n')[0].Split("/fr/invitation/")[1];
    }

    private static Task<Outcome<AccountId>> AcceptAsync(IServiceProvider services, string code) =>
        services.DoAsync((AcceptInvitation accept) => accept.HandleAsync(new(code, new SignInKey("https://issuer.example", "nadia"), []), Ct));
}
