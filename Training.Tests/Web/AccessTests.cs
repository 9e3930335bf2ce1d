using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain.Persistence;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

/// <summary>Every endpoint for every persona. A new endpoint that has no answer here fails.</summary>
public partial class AccessTests
{
    [Theory, BothDatabases]
    public async Task Is_decided_for_every_endpoint(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var endpoints = EndpointsOf(app).ToList();

        endpoints.Except(EndpointTable.WhoMay.Keys).ShouldBeEmpty("Say in EndpointTable who may use a new endpoint.");
        EndpointTable.WhoMay.Keys.Except(endpoints).ShouldBeEmpty("These endpoints are gone.");
    }

    [Theory, BothDatabases]
    public async Task Is_missed_for_an_endpoint_that_nobody_guards(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine, host => host.ConfigureTestServices(services =>
            services.AddControllers().AddApplicationPart(typeof(UnguardedController).Assembly)));

        EndpointsOf(app).Except(EndpointTable.WhoMay.Keys).ShouldBe(["GET /unguarded/{id:guid}", "GET /unguarded/fault"], ignoreOrder: true);
    }

    [Fact]
    public void Names_whose_thing_every_id_in_an_address_is() => EndpointTable.WhoMay
        .Where(entry => entry.Value.Subject is null && Parameters().Matches(entry.Key).Any(match => match.Groups[1].Value is not ("lang" or "status")))
        .Select(entry => entry.Key)
        .ShouldBeEmpty("Say with About(...) whose thing the id is, or that it is published to all.");

    [Theory, BothDatabases]
    public async Task Is_as_the_table_says(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var wrong = new List<string>();
        foreach (var persona in EndpointTable.Everyone.Split(' '))
            wrong.AddRange(await WrongAnswersAsync(persona == "anonymous" ? app.Anonymous() : await app.ClientForAsync(persona), persona));

        wrong.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Ends_where_the_scope_of_a_role_ends(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        await app.Services.DoAsync<TrainingDbContext>(Subjects.ArrangeAsync);
        var wrong = new List<string>();
        foreach (var persona in EndpointTable.SignedIn.Split(' '))
            wrong.AddRange(await WrongScopesAsync(app, persona));

        wrong.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Shows_an_officer_no_one_of_another_organisation(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var stranger = await app.ReadAsync(db => db.Employments
            .Where(e => db.Organisations.Any(o => o.Id == e.OrganisationId && o.Code == "ASBL-02")).Select(e => e.PersonId).FirstAsync());
        var certificate = await app.ReadAsync(db => db.Certificates
            .Where(c => db.Enrolments.Any(e => e.Id == c.EnrolmentId && db.Organisations.Any(o => o.Id == e.OrganisationId && o.Code == "ASBL-02"))).Select(c => c.Number).FirstAsync());
        var officer = await app.ClientForAsync("officer");

        (await StatusAsync(officer, $"/fr/time-release/{stranger.Value}")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(officer, $"/fr/certificates/{certificate}")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(officer, "/fr/reports/training-hours.csv?organisation=ASBL-02")).ShouldBe(HttpStatusCode.NotFound);
        (await (await officer.GetAsync(new Uri("/fr/enrolments", UriKind.Relative), TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldNotContain("ASBL-02");
    }

    [Theory, BothDatabases]
    public async Task Shows_a_funder_figures_and_no_name(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var names = await app.ReadAsync(db => db.People.Select(p => p.FirstName + " " + p.LastName).Take(60).ToListAsync());
        var funder = await app.ClientForAsync("funder");

        var file = await funder.GetStringAsync(new Uri("/fr/reports/training-hours.csv?from=2026-01-01&to=2026-12-31", UriKind.Relative), TestContext.Current.CancellationToken);

        file.ShouldContain("P-");
        names.Where(name => file.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> WrongAnswersAsync(HttpClient client, string persona)
    {
        var wrong = new List<string>();
        foreach (var (endpoint, answer) in EndpointTable.WhoMay.Where(entry => !EndpointTable.EndsSession(entry.Key)))
        {
            var parts = endpoint.Split(' ');
            using var request = new HttpRequestMessage(new HttpMethod(parts[0] == "*" ? "GET" : parts[0]), Filled(parts[1]));
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            if (WasLetIn(response) != answer.Lets(persona))
                wrong.Add($"{persona}: {endpoint}: {(int)response.StatusCode}");
        }

        return wrong;
    }

    // Own things are looked at, never changed; a stranger's thing is asked for in every way, and is not there.
    private static async Task<IReadOnlyList<string>> WrongScopesAsync(TrainingApp app, string persona)
    {
        var client = await app.ClientForAsync(persona);
        var token = (await client.PageAsync("/fr/catalogue")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var wrong = new List<string>();
        foreach (var (endpoint, answer) in EndpointTable.WhoMay.Where(entry => entry.Value.Lets(persona) && entry.Value.Subject is { IsPublished: false }))
        {
            var (method, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
            var own = await app.ReadAsync(db => answer.Subject!.OwnAsync(db, persona));
            if (method == "GET" && own is not null && await AskedAsync(client, method, pattern, own, token) is >= HttpStatusCode.BadRequest and var refused)
                wrong.Add($"{persona}: {endpoint}: {refused} for their own");

            var other = await app.ReadAsync(db => answer.Subject!.OfSomebodyElseAsync(db, persona));
            if (await AskedAsync(client, method, pattern, other, token) is not HttpStatusCode.NotFound and var shown)
                wrong.Add($"{persona}: {endpoint}: {shown} for somebody else's");
        }

        return wrong;
    }

    private static async Task<HttpStatusCode> AskedAsync(HttpClient client, string method, string pattern, string id, string token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Filled(pattern, id));
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    // Everything that answers. The files of the front end, and how they are found during development, are for everybody.
    private static IEnumerable<string> EndpointsOf(TrainingApp app) =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText?.TrimStart('/') != "{**path:file}"
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
        select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    // Nobody is turned away for what they ask about: a stale id or a missing antiforgery token comes after the door.
    private static bool WasLetIn(HttpResponseMessage response) =>
        response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        && response.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) != true;

    internal static Uri AddressOf(string endpoint) => new(Filled(endpoint.Split(' ')[1]), UriKind.Relative);

    private static string Filled(string pattern, string? id = null) => Parameters().Replace(pattern, parameter => parameter.Groups[1].Value switch
    {
        "lang" => "fr",
        "status" => "404",
        _ when id is not null => id,
        "code" => "AGR-PUB-27S",
        "number" when parameter.Value.Contains(":int", StringComparison.Ordinal) => "999999",
        "number" => "GSOB-2026-999999",
        _ => Guid.CreateVersion7().ToString(),
    });

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameters();
}
