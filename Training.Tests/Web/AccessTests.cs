using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

/// <summary>Every endpoint for every persona. A new endpoint that has no answer here fails.</summary>
public partial class AccessTests
{
    private const string Everyone = "anonymous participant officer approver trainer planner manager funder administrator";
    private const string SignedIn = "participant officer approver trainer planner manager funder administrator";
    private const string Enrolments = "participant officer approver planner manager";

    private static readonly Dictionary<string, string> WhoMay = new()
    {
        ["GET /"] = Everyone,
        ["GET /{lang:lang}"] = Everyone,
        ["GET /{lang:lang}/accessibility"] = Everyone,
        ["GET /{lang:lang}/privacy"] = Everyone,
        ["GET /{lang:lang}/sign-in"] = Everyone,
        ["POST /{lang:lang}/sign-out"] = Everyone,
        ["* /error/{status:int}"] = Everyone,
        ["GET /{lang:lang}/catalogue"] = Everyone,
        ["GET /{lang:lang}/courses/{code}"] = Everyone,
        ["GET /{lang:lang}/sessions/{code}"] = Everyone,
        ["GET /api/v1/courses"] = Everyone,
        ["GET /verify"] = Everyone,
        ["GET /verify/{code}"] = Everyone,
        ["GET /{lang:lang}/enrolments"] = Enrolments,
        ["GET /{lang:lang}/certificates/{number}"] = Enrolments,
        ["GET /{lang:lang}/time-release"] = Enrolments,
        ["GET /{lang:lang}/time-release/{personId:guid}"] = Enrolments,
        ["GET /{lang:lang}/sessions/{code}/enrol"] = "officer",
        ["POST /{lang:lang}/sessions/{code}/enrol"] = "officer",
        ["GET /{lang:lang}/sessions/{code}/enrol/result"] = "officer",
        ["GET /{lang:lang}/approvals"] = "officer approver",
        ["POST /{lang:lang}/approvals"] = "officer approver",
        ["GET /{lang:lang}/registers"] = "trainer planner",
        ["GET /{lang:lang}/registers/{id:guid}"] = "trainer planner",
        ["POST /{lang:lang}/registers/{id:guid}"] = "trainer planner",
        ["POST /{lang:lang}/registers/{id:guid}/reopen"] = "trainer planner",
        ["GET /{lang:lang}/secretariat"] = "planner",
        ["GET /{lang:lang}/secretariat/sessions/{code}"] = "planner",
        ["POST /{lang:lang}/secretariat/sessions/{code}/rulings"] = "planner",
        ["POST /{lang:lang}/secretariat/sessions/{code}/seal"] = "planner",
        ["POST /{lang:lang}/secretariat/certificates"] = "planner",
        ["GET /{lang:lang}/reports/training-hours"] = "officer manager funder",
        ["GET /{lang:lang}/reports/training-hours.xlsx"] = "officer manager funder",
        ["GET /{lang:lang}/reports/training-hours.pdf"] = "officer manager funder",
        ["GET /{lang:lang}/reports/training-hours.csv"] = "officer manager funder",
        ["GET /{lang:lang}/work"] = SignedIn,
        ["GET /{lang:lang}/work/{id:guid}"] = SignedIn,
    };

    [Theory, BothDatabases]
    public async Task Is_decided_for_every_endpoint(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);

        EndpointsOf(app).Except(WhoMay.Keys).ShouldBeEmpty("Say in this test who may use a new endpoint.");
        WhoMay.Keys.Except(EndpointsOf(app)).ShouldBeEmpty("These endpoints are gone.");
    }

    [Theory, BothDatabases]
    public async Task Is_as_the_table_says(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var wrong = new List<string>();
        foreach (var persona in Everyone.Split(' '))
            wrong.AddRange(await WrongAnswersAsync(persona == "anonymous" ? app.Anonymous() : await app.ClientForAsync(persona), persona));

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
        foreach (var (endpoint, who) in WhoMay.Where(entry => !entry.Key.Contains("sign-out", StringComparison.Ordinal)))
        {
            var parts = endpoint.Split(' ');
            using var request = new HttpRequestMessage(new HttpMethod(parts[0] == "*" ? "GET" : parts[0]), Filled(parts[1]));
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            if (WasLetIn(response) != who.Split(' ').Contains(persona))
                wrong.Add($"{persona}: {endpoint}: {(int)response.StatusCode}");
        }

        return wrong;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static IEnumerable<string> EndpointsOf(TrainingApp app) =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
        select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    // Nobody is turned away for what they ask about: a stale id or a missing antiforgery token comes after the door.
    private static bool WasLetIn(HttpResponseMessage response) =>
        response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        && response.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) != true;

    private static string Filled(string pattern) => Parameters().Replace(pattern, parameter => parameter.Groups[1].Value switch
    {
        "lang" => "fr",
        "status" => "404",
        "code" => "AGR-PUB-27S",
        "number" => "GSOB-2026-999999",
        _ => Guid.CreateVersion7().ToString(),
    });

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameters();
}
