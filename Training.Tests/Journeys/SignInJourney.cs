using Microsoft.Playwright;
using Shouldly;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Provider;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Journeys;

/// <summary>Somebody signs in with a real browser at a real provider, through Microsoft.Identity.Web.</summary>
public sealed class SignInJourney(Browser browser, TestProvider testProvider) : Journey(browser)
{
    [Theory, BothDatabases]
    public async Task Leads_to_the_provider_and_back_into_the_own_account(Engine engine)
    {
        var provider = await testProvider.GetAsync();
        var app = await ServeAsync(engine, ProviderSettings.SignInThrough(provider));
        var (account, els) = (new Account("Els Planner", null), new ProviderPerson("els"));
        await app.SaveAsync(account, new RoleGrant(account.Id, Role.Planner, RoleScope.Everywhere, new(2026, 1, 1), "test", DateTimeOffset.UnixEpoch),
            new SignInIdentity(account.Id, SignInKey.Entra(OpenIdProvider.TenantId, els.ObjectId.ToString()), DateTimeOffset.UnixEpoch));
        var page = await OpenAsync(app, language: "nl");

        await page.GotoAsync("/nl/secretariat");
        await page.ShouldPassAxeAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Account van mijn bestuur" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("els");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await page.WaitForURLAsync("**/nl/secretariat");
        (await page.Locator("header .who").InnerTextAsync()).ShouldBe("Els Planner");

        await page.GetByRole(AriaRole.Button, new() { Name = "Afmelden" }).ClickAsync();
        await page.WaitForURLAsync("**/nl/");
        await page.GotoAsync("/nl/secretariat");
        page.Url.ShouldContain("/nl/sign-in");
    }

    [Theory, BothDatabases]
    public async Task Asks_whoever_is_new_for_their_invitation(Engine engine)
    {
        var provider = await testProvider.GetAsync();
        var app = await ServeAsync(engine, ProviderSettings.SignInThrough(provider));
        var account = new Account("Jef Nieuw", null);
        await app.SaveAsync(account);
        var code = (await app.DoAsync<InviteToAccount, Outcome<InviteToAccount.Invited>>(
            invite => invite.HandleAsync(new(account.Id, null), TestContext.Current.CancellationToken))).Value!.Code;
        var page = await OpenAsync(app, Screen.Phone, "fr");

        await page.GotoAsync("/fr/invitation");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Se connecter" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Compte personnel" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("jef");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/fr/invitation");
        await page.ShouldPassAxeAsync();
        await page.GetByLabel("Code personnel").FillAsync(code.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir mon accès" }).ClickAsync();

        await page.WaitForURLAsync("**/fr/");
        (await page.Locator("header .who").InnerTextAsync()).ShouldBe("Jef Nieuw");
        (await page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldContain("Votre accès est ouvert");
    }
}
