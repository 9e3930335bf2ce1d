using System.Net;
using Shouldly;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Provider;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

/// <summary>Signing in through Microsoft.Identity.Web at a real provider, and what is refused there.</summary>
public class SignInTests(TestProvider testProvider)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Opens_the_account_of_tenant_and_object_id(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await KnowAsync(app, "els", Role.Planner);
        using var visitor = new Visitor(app);

        var page = await visitor.SignInAsync("els", returnUrl: "/nl/secretariat");

        page.Address.AbsolutePath.ShouldBe("/nl/secretariat");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.SignedInAs.ShouldBe("els");
    }

    [Theory, BothDatabases]
    public async Task Knows_nobody_by_their_address(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var account = new Account("els@example.org", null);
        await app.SaveAsync(account, Planner(account), new SignInIdentity(account.Id, new SignInKey("https://elsewhere.example", "els@example.org"), DateTimeOffset.UnixEpoch));
        using var visitor = new Visitor(app);

        var page = await visitor.SignInAsync("els");

        page.Address.AbsolutePath.ShouldBe("/fr/invitation");
        page.SignedInAs.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Tells_a_tenant_from_another_issuer_with_the_same_claims(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await KnowAsync(app, "els", Role.Planner);
        using var visitor = new Visitor(app);

        (await visitor.SignInAsync("els", provider: "personal")).Address.AbsolutePath.ShouldBe("/fr/invitation");

        var account = new Account("Els at home", null);
        var provider = await testProvider.GetAsync();
        await app.SaveAsync(account, new SignInIdentity(account.Id, new SignInKey(provider.Issuer, new ProviderPerson("els").Subject), DateTimeOffset.UnixEpoch));
        (await visitor.SignInAsync("els", provider: "personal")).SignedInAs.ShouldBe("Els at home");
    }

    [Theory]
    [InlineData(Engine.Sqlite, Twist.WrongIssuer)]
    [InlineData(Engine.PostgreSql, Twist.WrongIssuer)]
    [InlineData(Engine.Sqlite, Twist.WrongAudience)]
    [InlineData(Engine.PostgreSql, Twist.WrongAudience)]
    [InlineData(Engine.Sqlite, Twist.Expired)]
    [InlineData(Engine.PostgreSql, Twist.Expired)]
    [InlineData(Engine.Sqlite, Twist.MuchTooEarly)]
    [InlineData(Engine.PostgreSql, Twist.MuchTooEarly)]
    public async Task Refuses_a_token_that_is_wrong_with_a_clear_page(Engine engine, Twist twist)
    {
        await using var app = await StartAsync(engine);
        await KnowAsync(app, "els", Role.Planner);
        using var visitor = new Visitor(app);

        var page = await visitor.SignInAsync("els", twist);

        ShouldHaveFailed(page);
        (await visitor.GetAsync("/fr/secretariat")).Address.AbsolutePath.ShouldBe("/fr/sign-in");
    }

    [Theory, BothDatabases]
    public async Task Bears_with_a_clock_that_runs_a_little_ahead(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await KnowAsync(app, "els", Role.Planner);
        using var visitor = new Visitor(app);

        (await visitor.SignInAsync("els", Twist.SlightlyEarly)).SignedInAs.ShouldBe("els");
    }

    [Theory, BothDatabases]
    public async Task Refuses_a_code_that_was_used_before(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await KnowAsync(app, "els", Role.Planner);
        using var victim = new Visitor(app);
        await victim.SignInAsync("els");
        var used = victim.Returned!.Value;

        // The whole answer once more, in the same browser: its state is spent.
        (await victim.PostAsync(used.Address, used.Fields)).Address.AbsolutePath.ShouldEndWith("/sign-in/failed");

        // The old code under a state of one's own: the provider itself says no.
        using var thief = new Visitor(app) { OnReturn = field => field.Key == "code" ? used.Fields.Single(old => old.Key == "code") : field };
        ShouldHaveFailed(await thief.SignInAsync("mallory"));
        (await thief.GetAsync("/fr/secretariat")).SignedInAs.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Refuses_a_state_that_was_tampered_with(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await KnowAsync(app, "els", Role.Planner);
        using var visitor = new Visitor(app) { OnReturn = field => field.Key == "state" ? KeyValuePair.Create("state", field.Value[..^6] + "AAAAAA") : field };

        ShouldHaveFailed(await visitor.SignInAsync("els"));
    }

    [Theory, BothDatabases]
    public async Task Says_that_the_provider_does_not_answer(Engine engine)
    {
        var nobody = new Uri($"https://localhost:{TestProvider.FreePort()}/");
        await using var app = await TrainingApp.StartAsync(engine, ProviderSettings.SignInThrough(await testProvider.GetAsync(), nobody));
        using var visitor = new Visitor(app);

        var page = await visitor.SignInAsync("els");

        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Text.ShouldContain("Le service de connexion ne répond pas");
        page.Text.ShouldNotContain("Exception");
    }

    [Theory, BothDatabases]
    public async Task Leaves_the_provider_too_when_one_signs_out(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await KnowAsync(app, "els", Role.Planner);
        using var visitor = new Visitor(app);
        var page = await visitor.SignInAsync("els");

        var left = await visitor.SubmitAsync(page, page.Html.Forms.Single(form => form.GetAttribute("action")!.EndsWith("/sign-out", StringComparison.Ordinal)));

        left.Address.AbsolutePath.ShouldBe("/fr/");
        left.SignedInAs.ShouldBeNull();
        (await visitor.GetAsync("/fr/secretariat")).Address.AbsolutePath.ShouldBe("/fr/sign-in");
    }

    [Theory, BothDatabases]
    public async Task Keeps_cookies_from_scripts_other_sites_and_plain_http_and_tokens_from_the_log(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await KnowAsync(app, "els", Role.Planner);
        using var visitor = new Visitor(app);
        await visitor.SignInAsync("els");

        var session = visitor.Cookies.Single(cookie => cookie.Name == "training.sign-in");
        (session.HttpOnly, session.Secure).ShouldBe((true, true));
        visitor.Cookies.ShouldNotContain(cookie => cookie.Name == "training.arrival");
        var code = visitor.Returned!.Value.Fields.Single(field => field.Key == "code").Value;
        app.Log.Lines.ShouldAllBe(line => !line.Contains(code, StringComparison.Ordinal) && !line.Contains("eyJ", StringComparison.Ordinal)
            && !line.Contains(OpenIdProvider.ClientSecret, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Gives_a_new_session_to_whoever_signs_in(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await KnowAsync(app, "els", Role.Planner);
        await KnowAsync(app, "tom", Role.Manager);
        using var visitor = new Visitor(app);
        await visitor.SignInAsync("tom");
        var before = visitor.Cookies.Single(cookie => cookie.Name == "training.sign-in").Value;

        (await visitor.SignInAsync("els")).SignedInAs.ShouldBe("els");

        visitor.Cookies.Single(cookie => cookie.Name == "training.sign-in").Value.ShouldNotBe(before);
    }

    [Theory, BothDatabases]
    public async Task Goes_to_no_other_site_afterwards(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await KnowAsync(app, "els", Role.Planner);
        foreach (var elsewhere in (string[])["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
        {
            using var visitor = new Visitor(app);
            (await visitor.SignInAsync("els", returnUrl: elsewhere)).Address.ShouldBe(new Uri(Visitor.Product, "/fr/"));
        }
    }

    [Theory, BothDatabases]
    public async Task Ends_with_the_next_request_when_the_account_is_blocked(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var account = await KnowAsync(app, "els", Role.Planner);
        using var visitor = new Visitor(app);
        await visitor.SignInAsync("els");

        await app.DoAsync<BlockAccount, Outcome<Done>>(block => block.HandleAsync(new(account, IsBlocked: true), Ct));

        (await visitor.GetAsync("/fr/secretariat")).Address.AbsolutePath.ShouldBe("/fr/sign-in");
        (await visitor.SignInAsync("els")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<TrainingApp> StartAsync(Engine engine) =>
        await TrainingApp.StartAsync(engine, ProviderSettings.SignInThrough(await testProvider.GetAsync()));

    private static async Task<AccountId> KnowAsync(TrainingApp app, string userName, Role role)
    {
        var (account, person) = (new Account(userName, null), new ProviderPerson(userName));
        await app.SaveAsync(account, new RoleGrant(account.Id, role, RoleScope.Everywhere, new(2026, 1, 1), "test", DateTimeOffset.UnixEpoch),
            new SignInIdentity(account.Id, SignInKey.Entra(OpenIdProvider.TenantId, person.ObjectId.ToString()), DateTimeOffset.UnixEpoch));
        return account.Id;
    }

    private static RoleGrant Planner(Account account) =>
        new(account.Id, Role.Planner, RoleScope.Everywhere, new(2026, 1, 1), "test", DateTimeOffset.UnixEpoch);

    private static void ShouldHaveFailed(Visitor.Page page)
    {
        page.Address.AbsolutePath.ShouldEndWith("/sign-in/failed");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.SignedInAs.ShouldBeNull();
        page.Text.ShouldNotContain("IDX");
    }
}
