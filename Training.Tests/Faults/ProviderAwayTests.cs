using System.Net;
using Shouldly;
using Training.Domain.Accounts;
using Training.Provider;
using Training.Tests.Cli;
using Training.Tests.Infrastructure;
using Training.Web.Features.Shared;
using Xunit;

namespace Training.Tests.Faults;

/// <summary>A provider of identities that goes away while the product runs behind a proxy.</summary>
public class ProviderAwayTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Says_so_to_who_comes_leaves_alone_who_is_in_and_prints_the_sheets(Engine engine)
    {
        await using var database = await SampleSchoolTemplate.CloneAsync(engine);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        await database.WithSchedulerAsync();
        var account = new Account("els", null);
        await services.SaveAsync(account, new RoleGrant(account.Id, Role.Planner, RoleScope.Everywhere, new(2026, 1, 1), "tester", DateTimeOffset.UnixEpoch),
            new SignInIdentity(account.Id, SignInKey.Entra(OpenIdProvider.TenantId, new ProviderPerson("els").ObjectId.ToString()), DateTimeOffset.UnixEpoch));
        var provider = await OpenIdProvider.StartAsync(TestProvider.FreePort());
        var settings = await SettingsAsync(provider);
        await using var product = await RunningProduct.StartOnAsync(database, Ct, settings);
        using var els = new Visitor(product.Behind());
        var arrived = await els.SignInAsync("els", returnUrl: "/nl/secretariat");
        arrived.SignedInAs.ShouldBe("els", $"{arrived.Address} {arrived.Status}: {arrived.Text}");

        await provider.DisposeAsync();

        using var visitor = new Visitor(product.Behind());
        foreach (var language in (string[])["fr", "nl", "en"])
        {
            var page = await visitor.GetAsync($"/{language}/sign-in/with/organisation");
            page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            page.Text.ShouldContain(new Texts().In(language, "SignIn_ProviderDown_Title"));
            page.Html.QuerySelector($"main a[href='/{language}/sign-in']").ShouldNotBeNull();
        }

        var goesOn = await els.GetAsync("/nl/secretariat");
        (goesOn.Status, goesOn.SignedInAs).ShouldBe((HttpStatusCode.OK, "els"));
        var left = await els.SubmitAsync(goesOn, goesOn.Html.Forms.Single(form => form.GetAttribute("action")!.EndsWith("/sign-out", StringComparison.Ordinal)));
        (left.Status, left.SignedInAs).ShouldBe((HttpStatusCode.OK, null));

        var sheets = TemporaryFiles.NewPath(".pdf");
        (await new Product(database, settings).RunAsync("sheets", "print", sheets, "--from", "2026-11-23")).ShouldSatisfyAllConditions(printed => printed.ExitCode.ShouldBe(0, printed.Errors));
        (await ExternalTool.RunAsync("pdftotext", sheets, "-")).ShouldContain("novembre 2026");
    }

    private static async Task<(string, string)[]> SettingsAsync(OpenIdProvider provider)
    {
        var certificate = TemporaryFiles.NewPath(".pem");
        await File.WriteAllTextAsync(certificate, provider.CertificatePem, Ct);
        return
        [
            ("SSL_CERT_FILE", certificate),
            ("Proxies__Known__0", "127.0.0.1"),
            ("SignIn__Mode", "Entra"),
            ("SignIn__Entra__Instance", provider.Address.AbsoluteUri),
            ("SignIn__Entra__TenantId", OpenIdProvider.TenantId),
            ("SignIn__Entra__ClientId", OpenIdProvider.ClientId),
            ("SignIn__Entra__ClientSecret", OpenIdProvider.ClientSecret),
        ];
    }
}
