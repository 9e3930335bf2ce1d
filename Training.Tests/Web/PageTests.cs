using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Enrolments;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

/// <summary>What pages owe everybody: the right language, a helpful refusal, nothing done twice.</summary>
public class PageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite, "fr", "Il n'y a pas de formation")]
    [InlineData(Engine.PostgreSql, "nl", "Er is geen opleiding")]
    public async Task Say_in_the_readers_language_that_a_code_is_unknown(Engine engine, string language, string sentence)
    {
        await using var app = await TrainingApp.StartAsync(engine);

        using var response = await app.Anonymous().GetAsync(new Uri($"/{language}/courses/NO-SUCH", UriKind.Relative), Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain(sentence);
    }

    [Theory]
    [InlineData(Engine.Sqlite, "nl-NL,en;q=0.5", "/nl/")]
    [InlineData(Engine.Sqlite, "de,nl;q=0.9,fr;q=0.8", "/nl/")]
    [InlineData(Engine.PostgreSql, "fr-FR", "/fr/")]
    [InlineData(Engine.PostgreSql, "de", "/fr/")]
    public async Task Open_in_the_language_that_the_browser_asks_for(Engine engine, string asked, string address)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Language", asked);

        using var response = await app.Anonymous().SendAsync(request, Ct);

        response.Headers.Location!.ToString().ShouldBe(address);
    }

    [Theory, BothDatabases]
    public async Task Allow_no_inline_script_or_style(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);

        using var response = await app.Anonymous().GetAsync(new Uri("/fr/catalogue", UriKind.Relative), Ct);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self'");
        policy.ShouldNotContain("unsafe");
    }

    [Theory, BothDatabases]
    public async Task Enrol_once_when_a_form_is_sent_twice(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var (form, person) = await officer.EnrolFormAsync();

        using var first = await officer.EnrolAsync(form, person);
        using var second = await officer.EnrolAsync(form, person);

        first.StatusCode.ShouldBe(HttpStatusCode.Found);
        second.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await app.ReadAsync(db => db.Enrolments.CountAsync(e => e.PersonId == new Training.Domain.People.PersonId(Guid.Parse(person))
            && db.Sessions.Any(s => s.Id == e.SessionId && s.Code == "AGR-PUB-27S"), Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Keep_what_was_typed_when_a_refusal_has_a_register_number_in_its_reason(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var approver = await app.ClientForAsync("approver");
        var page = await approver.PageAsync("/nl/approvals");
        var request = page.QuerySelector("input[name=enrolment]")!.GetAttribute("value")!;

        using var response = await approver.SubmitAsync("/nl/approvals", page.Form("main form"), ("enrolment", request), ("decision", "refuse"), ("reason", "Zie 85.07.30-033.28"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var shown = await response.PageAsync();
        shown.QuerySelector("[role=alert]")!.TextContent.ShouldContain("rijksregisternummer");
        shown.QuerySelector("textarea")!.TextContent.ShouldContain("Zie");
        (await app.ReadAsync(db => db.Enrolments.CountAsync(e => e.Status == EnrolmentStatus.EmployerRefused, Ct))).ShouldBe(0);
        app.Log.Lines.ShouldAllBe(line => !line.Contains("85.07.30", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task List_the_courses_for_other_systems(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);

        var json = System.Text.Json.JsonDocument.Parse(await app.Anonymous().GetStringAsync(new Uri("/api/v1/courses", UriKind.Relative), Ct)).RootElement;

        var courses = json.GetProperty("courses");
        courses.GetArrayLength().ShouldBe(17);
        courses[0].GetProperty("title").GetProperty("nl").GetString().ShouldNotBeNullOrEmpty();
        courses[0].GetProperty("sessions")[0].GetProperty("seatsLeft").GetInt32().ShouldBeGreaterThan(0);
    }

    [Theory, BothDatabases]
    public async Task Leave_mail_in_the_pickup_folder_in_the_readers_language(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);

        var approver = await app.ClientForAsync("approver");
        var page = await approver.PageAsync("/fr/approvals");
        var requests = page.QuerySelectorAll("input[name=enrolment]").Select(input => ("enrolment", input.GetAttribute("value")!));
        using var response = await approver.SubmitAsync("/fr/approvals", page.Form("main form"), [.. requests, ("decision", "approve")]);

        await app.SendMailAsync(Ct);

        var letters = Directory.GetFiles(app.Mailbox, "*.eml").Select(file => MimeKit.MimeMessage.Load(file, Ct)).ToList();
        letters.ShouldNotBeEmpty();
        (await app.ReadAsync(db => db.OutboxMessages.CountAsync(m => m.SentAt == null, Ct))).ShouldBe(0);
        foreach (var letter in letters)
        {
            var address = letter.To.Mailboxes.Single().Address;
            var language = await app.ReadAsync(db => db.People.Where(p => p.Email == address).Select(p => p.Language).SingleAsync(Ct));
            letter.Body!.Headers[MimeKit.HeaderId.ContentLanguage].ShouldBe(language.ToString().ToLowerInvariant());
            letter.Subject.ShouldStartWith(language == Training.Domain.People.CorrespondenceLanguage.Nl ? "Uw plaats is bevestigd" : "Votre place est confirmée");
        }
    }
}
