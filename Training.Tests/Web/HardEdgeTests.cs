using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

/// <summary>What the site refuses, and how little it says about it.</summary>
public class HardEdgeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The signed address of a mail stands for the token (RFC 8058), and the demonstration is for whoever comes.
    private static readonly string[] WithoutToken =
        ["POST /demo/sign-in", "POST /{lang:lang}/unsubscribe/{token}", "POST /{lang:lang}/unsubscribe/{token}/undo"];

    [Theory]
    [InlineData(Engine.Sqlite, "/fr/catalogue", 200)]
    [InlineData(Engine.PostgreSql, "/nl/courses/NO-SUCH", 404)]
    [InlineData(Engine.Sqlite, "/unguarded/fault", 500)]
    [InlineData(Engine.PostgreSql, "/api/v1/courses", 200)]
    public async Task Sends_the_headers_that_protect_with_every_answer(Engine engine, string address, int status)
    {
        await using var app = await StartWithFaultAsync(engine);
        var client = app.CreateClient(new() { BaseAddress = Visitor.Product, AllowAutoRedirect = false });

        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Ct);

        ((int)response.StatusCode).ShouldBe(status);
        string Header(string name) => response.Headers.GetValues(name).Single();
        Header("Content-Security-Policy").ShouldSatisfyAllConditions(
            policy => policy.ShouldContain("default-src 'self'"), policy => policy.ShouldContain("frame-ancestors 'none'"),
            policy => policy.ShouldContain("object-src 'none'"), policy => policy.ShouldNotContain("unsafe"), policy => policy.ShouldNotContain("*"));
        Header("Strict-Transport-Security").ShouldContain("max-age=");
        Header("X-Frame-Options").ShouldBe("DENY");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("Permissions-Policy").ShouldContain("geolocation=()");
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Asks_for_the_antiforgery_token_wherever_something_may_change(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var open = new List<string>();
        foreach (var (endpoint, answer) in EndpointTable.WhoMay.Where(entry => entry.Key.StartsWith("POST", StringComparison.Ordinal) && !WithoutToken.Contains(entry.Key)))
        {
            var persona = answer.Who.Split(' ').First(who => who != "anonymous");
            var client = await app.ClientForAsync(persona);
            using var form = new FormUrlEncodedContent([new("anything", "at all")]);
            using var response = await client.PostAsync(AccessTests.AddressOf(endpoint), form, Ct);
            if (response.StatusCode != HttpStatusCode.BadRequest)
                open.Add($"{endpoint}: {response.StatusCode}");
        }

        open.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engine.Sqlite, "Verify", "/verify/AAAA-BBBB?lang=nl", "Te veel aanvragen")]
    [InlineData(Engine.PostgreSql, "Search", "/fr/catalogue?q=agression", "Trop de demandes")]
    [InlineData(Engine.Sqlite, "SignIn", "/nl/sign-in/with/organisation", "Te veel aanvragen")]
    public async Task Slows_down_whoever_asks_too_often_with_a_page(Engine engine, string limit, string address, string title)
    {
        await using var app = await TrainingApp.StartAsync(engine, host => host.UseSetting($"RateLimits:{limit}", "3"));
        var client = app.Anonymous();
        for (var asked = 0; asked < 3; asked++)
            (await client.GetAsync(new Uri(address, UriKind.Relative), Ct)).StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);

        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));
        (await response.PageAsync()).QuerySelector("h1")!.TextContent.ShouldBe(title);
        (await client.GetAsync(new Uri("/fr/catalogue", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task Slows_down_whoever_sends_lists_too_often_with_a_page(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine, host => host.UseSetting("RateLimits:Import", "2"));
        var officer = await app.ClientForAsync("officer");
        var form = (await officer.PageAsync("/nl/staff-lists")).Form();
        async Task<HttpResponseMessage> SendAsync() => await officer.UploadAsync("/nl/staff-lists", form, "file", "lijst.csv", "Naam;Voornaam\n"u8.ToArray());
        for (var sent = 0; sent < 2; sent++)
            (await SendAsync()).StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);

        using var response = await SendAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));
        (await response.PageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("Te veel aanvragen");
        (await officer.GetAsync(new Uri("/nl/staff-lists", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task Says_that_an_unknown_address_is_unknown_to_whoever_asks(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        foreach (var client in (HttpClient[])[app.Anonymous(), await app.ClientForAsync("participant")])
        {
            using var unknown = await client.GetAsync(new Uri("/nl/no-such-page", UriKind.Relative), Ct);
            unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            var page = await unknown.PageAsync();
            page.DocumentElement.GetAttribute("lang").ShouldBe("nl-BE");
            page.QuerySelector("main a[href='/nl/catalogue']").ShouldNotBeNull();
        }

        // What is there keeps its answer: a page that asks for a sign-in, and one that knows no such method.
        using var closed = await app.Anonymous().GetAsync(new Uri("/nl/secretariat", UriKind.Relative), Ct);
        closed.Headers.Location!.OriginalString.ShouldStartWith("/nl/sign-in");
        using var put = await (await app.ClientForAsync("participant")).PutAsync(new Uri("/nl/catalogue", UriKind.Relative), null, Ct);
        put.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory, BothDatabases]
    public async Task Shows_of_a_fault_a_number_that_the_log_finds_and_no_detail(Engine engine)
    {
        await using var app = await StartWithFaultAsync(engine);

        using var response = await app.Anonymous().GetAsync(new Uri("/unguarded/fault", UriKind.Relative), Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var page = await response.PageAsync();
        var number = page.QuerySelector("main code")!.TextContent;
        number.Length.ShouldBeGreaterThan(8);
        app.Log.Lines.ShouldContain(line => line.Contains(number, StringComparison.Ordinal));
        app.Log.Lines.ShouldContain(line => line.Contains(UnguardedController.Detail, StringComparison.Ordinal));
        page.DocumentElement.OuterHtml.ShouldNotContain(UnguardedController.Detail);
        page.DocumentElement.OuterHtml.ShouldNotContain("   at ");
    }

    [Theory, BothDatabases]
    public async Task Refuses_a_request_that_is_too_large(Engine engine)
    {
        await using var app = await TrainingApp.ServeSampleSchoolAsync(engine);
        // The answer comes before the body is sent, as it does in a browser.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[26 * 1024 * 1024]), "file", "large.csv" } };

        using var response = await client.PostAsync(new Uri("/fr/invitation", UriKind.Relative), form, Ct);

        ((int)response.StatusCode).ShouldBeOneOf(400, 413);
    }

    [Theory, BothDatabases]
    public async Task Leads_from_the_demonstration_to_no_other_site(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        foreach (var elsewhere in (string[])["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example"])
        {
            using var form = new FormUrlEncodedContent([new("persona", "planner"), new("returnUrl", elsewhere)]);
            using var response = await app.Anonymous().PostAsync(new Uri("/demo/sign-in", UriKind.Relative), form, Ct);

            response.Headers.Location!.ToString().ShouldBe("/fr/");
        }
    }

    [Theory, BothDatabases]
    public async Task Trusts_no_session_that_somebody_else_chose(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/demo/sign-in") { Content = new FormUrlEncodedContent([new("persona", "planner")]) };
        request.Headers.Add("Cookie", "training.sign-in=chosen-by-somebody-else");

        using var response = await app.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false }).SendAsync(request, Ct);

        var given = response.Headers.GetValues("Set-Cookie").Last(cookie => cookie.StartsWith("training.sign-in=", StringComparison.Ordinal));
        given.ShouldNotContain("chosen-by-somebody-else");
        using var with = new HttpRequestMessage(HttpMethod.Get, "/fr/secretariat");
        with.Headers.Add("Cookie", "training.sign-in=chosen-by-somebody-else");
        (await app.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false }).SendAsync(with, Ct)).Headers.Location!.ToString().ShouldContain("/sign-in");
    }

    private static Task<TrainingApp> StartWithFaultAsync(Engine engine) => TrainingApp.StartAsync(engine, host => host.ConfigureTestServices(services =>
        services.AddControllers().AddApplicationPart(typeof(UnguardedController).Assembly)));
}
