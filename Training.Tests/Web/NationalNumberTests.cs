using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

/// <summary>A national register number is refused wherever something can be typed; every text field of the product is found and tried.</summary>
public class NationalNumberTests
{
    // A thirteenth month and a ninety-ninth day: these belong to nobody.
    private const string Before2000 = "991399-001-72";
    private const string From2000 = "001399-001-59";

    private static readonly string[] Personas = ["planner", "officer", "administrator", "trainer", "manager", "approver", "participant", "funder"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Before2000)]
    [InlineData(From2000)]
    [InlineData("99.13.99-001.72")]
    [InlineData("99139900172")]
    [InlineData("99 13 99 001 72")]
    [InlineData("99\u00A013\u00A099\u00A0001\u00A072")]
    [InlineData("99–13–99—001–72")]
    [InlineData("９９１３９９００１７２")]
    [InlineData("Zie dossier 12, nr. 99.13.99-001.72, en bel terug.")]
    [InlineData("NISS:99139900172")]
    [InlineData("12 991399-001-72")]
    public void Is_found_however_it_is_written(string text) => NationalNumberDetector.IsIn(text).ShouldBeTrue();

    [Theory]
    [InlineData("+32470123456")]
    [InlineData("+32 470 12 34 56")]
    [InlineData("+32 (0)470 12 34 56")]
    [InlineData("0470 12 34 56")]
    [InlineData("0419.618.535")]
    [InlineData("BE 0566.988.259")]
    [InlineData("BE68 5390 0754 7034")]
    [InlineData("BE68539007547034")]
    [InlineData("01991399-0017-7200-8000-000000000000")]
    [InlineData("/nl/people/01991399-0017-7200-8000-000000000000")]
    [InlineData("2026-11-24 09:30")]
    [InlineData("99139900173")]
    [InlineData("")]
    [InlineData(null)]
    public void Is_not_seen_in_what_is_something_else(string? text) => NationalNumberDetector.IsIn(text).ShouldBeFalse();

    [Theory, BothDatabases]
    public async Task Is_refused_in_every_text_field_and_is_neither_stored_nor_logged(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var clients = new Dictionary<string, (HttpClient Client, string Token)>();
        foreach (var persona in Personas)
        {
            var client = await app.ClientForAsync(persona);
            clients[persona] = (client, (await client.PageAsync("/fr/accessibility")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }

        var let = new List<string>();
        var fields = FieldsOf(app).ToList();
        foreach (var (field, number) in fields.Zip(Enumerable.Repeat(new[] { Before2000, From2000 }, fields.Count).SelectMany(pair => pair)))
        {
            if (!await IsRefusedAsync(clients, field, $"Zie {number} aub"))
                let.Add($"{field}");
        }

        let.ShouldBeEmpty();
        fields.Count.ShouldBeGreaterThan(20);
        (await StoredAsync(app)).ShouldBeEmpty();
        app.Log.Lines.ShouldAllBe(line => !line.Contains(Before2000, StringComparison.Ordinal) && !line.Contains(From2000, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Comes_back_with_everything_else_that_was_typed(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var page = await officer.PageAsync("/nl/sessions/AGR-PUB-27S/enrol");
        var person = page.QuerySelector("input[name=person]:not([disabled])")!.GetAttribute("value")!;

        using var refused = await officer.SubmitAsync("/nl/sessions/AGR-PUB-27S/enrol", page.Form("main form"), ("person", person), ("q", Before2000), ("button", "search"));
        var again = await refused.PageAsync();

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.QuerySelector("[role=alert]")!.TextContent.ShouldContain("rijksregisternummer");
        again.QuerySelector("textarea[name=q]")!.TextContent.ShouldBe(Before2000);
        again.QuerySelector("input[name=person]")!.GetAttribute("value").ShouldBe(person);
        using var corrected = await officer.SubmitAsync("/nl/sessions/AGR-PUB-27S/enrol", again.Form("main form"), ("q", "a"));
        corrected.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private sealed record Field(string Method, string Address, string Name, FieldKind Kind)
    {
        public override string ToString() => $"{Method} {Address} {Name}";
    }

    private enum FieldKind
    {
        Query,
        Form,
        File,
        Json,
    }

    private static IEnumerable<Field> FieldsOf(TrainingApp app) =>
        from action in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
        let method = action.EndpointMetadata.OfType<HttpMethodMetadata>().FirstOrDefault()?.HttpMethods[0] ?? "GET"
        from parameter in action.Parameters
        where parameter.Name != "lang" && parameter.ParameterType != typeof(CancellationToken)
        where action.AttributeRouteInfo?.Template?.Contains($"{{{parameter.Name}", StringComparison.Ordinal) != true
        let source = parameter.BindingInfo?.BindingSource
        let kind = source == BindingSource.Body ? FieldKind.Json : method == "GET" ? FieldKind.Query : FieldKind.Form
        from name in NamesOf(parameter.ParameterType, parameter.Name)
        select new Field(method, "/" + action.AttributeRouteInfo!.Template!, name.Name, name.IsFile ? FieldKind.File : kind);

    private static IEnumerable<(string Name, bool IsFile)> NamesOf(Type type, string name)
    {
        if (type == typeof(string) || type == typeof(IReadOnlyList<string>) || type == typeof(IList<string>) || type == typeof(string[]))
            return [(name, false)];
        if (type == typeof(IFormFile))
            return [(name, true)];
        return type.Assembly == typeof(Program).Assembly && type is { IsEnum: false }
            ? type.GetProperties().Where(property => property.CanWrite || property.PropertyType.IsGenericType).SelectMany(property => NamesOf(property.PropertyType, property.Name))
            : [];
    }

    private static async Task<bool> IsRefusedAsync(Dictionary<string, (HttpClient Client, string Token)> clients, Field field, string text)
    {
        var address = Filled(field.Address);
        foreach (var (client, token) in clients.Values)
        {
            using var request = new HttpRequestMessage(new HttpMethod(field.Method), field.Kind == FieldKind.Query ? $"{address}?{field.Name}={Uri.EscapeDataString(text)}" : address)
            {
                Content = field.Kind switch
                {
                    FieldKind.Form => new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(field.Name, text)]),
                    FieldKind.File => new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent([65]), field.Name, $"{text}.csv" } },
                    FieldKind.Json => JsonContent.Create(new Dictionary<string, string> { [field.Name] = text }),
                    _ => null,
                },
            };
            if (field.Kind == FieldKind.Json)
                request.Headers.Add("RequestVerificationToken", token);
            using var response = await client.SendAsync(request, Ct);
            if (response.StatusCode == HttpStatusCode.UnprocessableEntity)
                return true;
            if (response.StatusCode == HttpStatusCode.OK && (await response.PageAsync()).QuerySelectorAll("[role=alert]").Any(alert => alert.TextContent.Contains("registre national", StringComparison.Ordinal)))
                return true;
            if (response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized))
                return false;
        }

        return false;
    }

    private static string Filled(string pattern) => System.Text.RegularExpressions.Regex.Replace(pattern, @"\{(\w+)[^}]*\}", parameter => parameter.Groups[1].Value switch
    {
        "lang" => "fr",
        "code" => "AGR-PUB-27S",
        "number" => "GSOB-2026-000001",
        "status" => "404",
        _ => Guid.CreateVersion7().ToString(),
    });

    // Every text column of every table.
    private static Task<List<string>> StoredAsync(TrainingApp app) => app.ReadAsync(async db =>
    {
        var found = new List<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            foreach (var column in table.Columns.Where(column => column.StoreType.StartsWith("character", StringComparison.Ordinal) || column.StoreType is "TEXT" or "text"))
            {
                var sql = $"select count(*) as \"Value\" from \"{table.Name}\" where cast(\"{column.Name}\" as text) like '%{Before2000}%' or cast(\"{column.Name}\" as text) like '%{From2000}%'";
                if (await db.Database.SqlQueryRaw<int>(sql).SingleAsync(Ct) > 0)
                    found.Add($"{table.Name}.{column.Name}");
            }
        }

        return found;
    });
}
