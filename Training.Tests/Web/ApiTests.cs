using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Shouldly;
using Training.Provider;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

/// <summary>What other systems read, with an access token where it is not for everybody.</summary>
public class ApiTests(TestProvider testProvider)
{
    private const string TrainingHours = "/api/v1/training-hours?from=2026-01-01&to=2026-12-31";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Gives_figures_to_a_token_with_the_scope_and_names_nobody(Engine engine)
    {
        var provider = await testProvider.GetAsync();
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine, ProviderSettings.SignInThrough(provider));

        using var response = await AskAsync(app, provider.AccessToken("TrainingHours.Read"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.Content.ReadAsStringAsync(Ct);
        var organisation = JsonDocument.Parse(body).RootElement.GetProperty("organisations").EnumerateArray().Single(o => o.GetProperty("code").GetString() == "ASBL-01");
        organisation.GetProperty("attendedMinutes").GetInt32().ShouldBeGreaterThan(0);
        body.ShouldNotContain("Ozturk");
    }

    [Theory, BothDatabases]
    public async Task Refuses_every_other_token(Engine engine)
    {
        var provider = await testProvider.GetAsync();
        await using var app = await TrainingApp.StartAsync(engine, ProviderSettings.SignInThrough(provider));
        var spoilt = provider.AccessToken("TrainingHours.Read");

        (await StatusAsync(app, null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(app, spoilt[..^4] + "AAAA")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(app, provider.AccessToken("TrainingHours.Read", audience: OpenIdProvider.ClientId))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(app, provider.AccessToken("TrainingHours.Read", issuer: "https://login.evil.example/v2.0"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(app, provider.AccessToken("TrainingHours.Read", age: TimeSpan.FromHours(3)))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(app, provider.AccessToken("Courses.Read"))).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(app, provider.AccessToken("TrainingHours.Read"))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task Is_described_for_programmers(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);

        var document = JsonDocument.Parse(await app.Anonymous().GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), Ct)).RootElement;

        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.");
        var paths = document.GetProperty("paths");
        paths.EnumerateObject().Select(path => path.Name).Order().ShouldBe(ServedPaths);
        foreach (var path in paths.EnumerateObject())
            path.Value.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    // What the table of endpoints holds under /api/v1, apart from the description itself.
    private static IEnumerable<string> ServedPaths => EndpointTable.WhoMay.Keys
        .Where(endpoint => endpoint.StartsWith("GET /api/v1/", StringComparison.Ordinal)).Select(endpoint => endpoint.Split(' ')[1]).Order();

    private static async Task<HttpStatusCode> StatusAsync(TrainingApp app, string? token)
    {
        using var response = await AskAsync(app, token);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> AskAsync(TrainingApp app, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, TrainingHours);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await app.Anonymous().SendAsync(request, Ct);
    }
}
