using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Courses;
using Training.Domain.Courses.Search;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Courses;

/// <summary>Searches in plain words, as people of both languages type them.</summary>
public class CatalogueSearchTests
{
    // What is typed, and a course that must be among the first ten.
    private static readonly (string Typed, string Course)[] Queries =
    [
        ("gardien de la paix", "GDP-BASE"), ("gardiens de la paix", "GDP-BASE"), ("guardien de la paix", "GDP-BASE"), ("gemeenschapswacht", "GDP-BASE"),
        ("gemeenschapswachten", "GDP-BASE"), ("gemeenschapswagt", "GDP-BASE"), ("gdp-base", "GDP-BASE"), ("droits et devoirs", "GDP-BASE"), ("rechten en plichten", "GDP-BASE"),
        ("agressivité", "AGR-PUB"), ("agressivite", "AGR-PUB"), ("AGRESSI", "AGR-PUB"), ("agresivité", "AGR-PUB"), ("agressie in de openbare ruimte", "AGR-PUB"),
        ("Comment gérer l'agressivité dans l'espace public ?", "AGR-PUB"), ("espaces publics", "AGR-PUB"), ("openbare ruimtes", "AGR-PUB"),
        ("désescalade", "DESESC"), ("desescalde verbale", "DESESC"), ("de-escalatie", "DESESC"), ("onthaalmedewerker", "DESESC"), ("personnel d'accueil", "DESESC"), ("verbaal", "DESESC"),
        ("radicalisation", "RADIC"), ("radicalisatie", "RADIC"), ("radikalisering", "RADIC"), ("polarisering herkennen", "RADIC"), ("repérer la polarisation", "RADIC"),
        ("consommation", "ADDIC"), ("drugs", "ADDIC"), ("druggebruik", "ADDIC"), ("posture professionelle", "ADDIC"), ("professionele houding", "ADDIC"),
        ("diagnostic local", "DIAG-SOC"), ("lokale diagnose", "DIAG-SOC"), ("cohesion social", "DIAG-SOC"), ("sociale cohesie", "DIAG-SOC"),
        ("médiation interculturelle", "MED-INT"), ("intercultureel bemiddelen", "MED-INT"), ("mediation", "MED-INT"),
        ("diversité au guichet", "DIV-ACC"), ("loketten", "DIV-ACC"), ("diversiteit", "DIV-ACC"),
        ("participation citoyenne", "PART-CIT"), ("burgerparticipatie", "PART-CIT"), ("citoyens", "PART-CIT"),
        ("vivre ensemble", "VIV-ENS"), ("samenleven", "VIV-ENS"), ("samen leven in Brussel", "VIV-ENS"),
        ("justifier des subventions", "SUBV"), ("subvension", "SUBV"), ("subsidies", "SUBV"),
        ("contrats de quartier", "CQD-PROJ"), ("duurzame wijkcontracten", "CQD-PROJ"), ("iris box", "IRISBOX"), ("IRISbox", "IRISBOX"),
        ("cours de néerlandais", "NL-PRO"), ("nederlans", "NL-PRO"), ("santé mentale", "SEC-SUI"), ("eerste hulp", "SEC-SUI"), ("premier secour", "SEC-SUI"),
        ("intervisie", "INTERV"), ("coördinator", "INTERV"), ("visite croisée", "VISIT"), ("kruisbezoeken", "VISIT"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_the_same_first_ten_in_both_databases()
    {
        Queries.Length.ShouldBeGreaterThanOrEqualTo(60);
        await using var sqlite = await TrainingApp.StartWithSampleSchoolAsync(Engine.Sqlite);
        await using var postgres = await TrainingApp.StartWithSampleSchoolAsync(Engine.PostgreSql);

        var wrong = new List<string>();
        foreach (var (typed, course) in Queries)
        {
            var (one, other) = (await FirstTenAsync(sqlite, typed), await FirstTenAsync(postgres, typed));
            if (!one.Order().SequenceEqual(other.Order()) || !one.Contains(course))
                wrong.Add($"{typed}: {string.Join(' ', one)} / {string.Join(' ', other)}, not {course}");
        }

        wrong.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Put_courses_first_that_say_it_in_their_title(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);

        (await FirstTenAsync(app, "cohésion sociale"))[0].ShouldBe("DIAG-SOC");
        (await FirstTenAsync(app, "communication"))[0].ShouldBe("GDP-BASE");
    }

    [Theory, BothDatabases]
    public async Task Know_a_course_from_the_moment_it_is_published_and_forget_what_it_no_longer_says(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var terms = new CourseTerms(
            new LocalizedText("Animer une réunion", "Een vergadering leiden"), LocalizedText.Empty, ["participation"], 360, AttendancePolicyKind.None, null, 0, "COCOF");
        ReviseCourse.Request Asking(CourseId? course, CourseTerms said, bool publish) => new(course, "REUN", CourseKind.Course, said, [], ConfirmTranslation: true, publish);
        async Task<bool> FoundAsync(string typed) =>
            await school.DoAsync(async (CatalogueSearch search) => await (await search.FindAsync(typed, Ct))!.AnyAsync(Ct));

        await school.DoAsync((ReviseCourse use) => use.HandleAsync(Asking(null, terms, publish: false), Ct));
        (await FoundAsync("réunions")).ShouldBeFalse();

        var id = await school.ReadAsync(db => db.Courses.Where(c => c.Code == "REUN").Select(c => c.Id).SingleAsync(Ct));
        await school.DoAsync((ReviseCourse use) => use.HandleAsync(Asking(id, terms, publish: true), Ct));
        (await FoundAsync("réunions")).ShouldBeTrue();
        (await FoundAsync("vergaderingen")).ShouldBeTrue();

        var renamed = terms with { Title = new LocalizedText("Conduire un débat", "Een debat leiden") };
        await school.DoAsync((ReviseCourse use) => use.HandleAsync(Asking(id, renamed, publish: true), Ct));
        (await FoundAsync("débats")).ShouldBeTrue();
        (await FoundAsync("réunions")).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Show_ten_at_first_and_more_when_asked(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var client = app.Anonymous();

        var first = await client.PageAsync("/fr/catalogue");
        first.QuerySelectorAll(".cards > li").Length.ShouldBe(10);
        first.QuerySelector(".lead")!.TextContent.ShouldContain("17");
        first.QuerySelector(".lead")!.TextContent.ShouldContain("34");

        var more = await client.PageAsync(first.QuerySelector("a[href*='show=20']")!.GetAttribute("href")!);
        more.QuerySelectorAll(".cards > li").Length.ShouldBe(17);
    }

    [Theory, BothDatabases]
    public async Task Narrow_by_theme_duration_language_date_place_and_free_seats(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var client = app.Anonymous();
        async Task<IReadOnlyList<string>> CodesAsync(string query) =>
            [.. (await client.PageAsync($"/nl/catalogue?show=50&{query}")).QuerySelectorAll(".cards h3 a").Select(link => link.GetAttribute("href")!.Split('/')[^1])];

        (await CodesAsync("theme=languages")).ShouldBe(["NL-PRO"]);
        (await CodesAsync("maxHours=4")).ShouldBe(["INTERV", "IRISBOX", "VISIT"]);
        var dutch = await app.ReadAsync(db => db.Sessions
            .Where(s => s.FirstDay > TestClock.FirstDay && s.Status == SessionStatus.Open && (s.Language == TeachingLanguage.Nl || s.Language == TeachingLanguage.Bilingual))
            .Select(s => db.CourseVersions.Where(v => v.Id == s.CourseVersionId).Select(v => db.Courses.Where(c => c.Id == v.CourseId).Select(c => c.Code).First()).First())
            .Distinct().ToListAsync(Ct));
        (await CodesAsync("language=Nl")).Order().ShouldBe(dutch.Order());
        (await CodesAsync("from=2027-03-01&until=2027-03-31")).ShouldContain("AGR-PUB");
        (await CodesAsync("from=2029-01-01")).ShouldBeEmpty();
        (await CodesAsync("free=true")).ShouldNotContain("SEC-SUI");
        (await CodesAsync("municipality=21015")).ShouldNotBeEmpty();
        (await CodesAsync("municipality=21001")).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Count_what_was_not_found_and_nothing_of_who_searched(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var client = app.Anonymous();

        await client.PageAsync("/fr/catalogue?q=parachutisme%2012345");
        await client.PageAsync("/fr/catalogue?q=Parachutisme");
        await client.PageAsync("/nl/catalogue?q=agressie&theme=languages");

        var misses = await app.ReadAsync(db => db.SearchMisses.AsNoTracking().Where(m => m.Date == TestClock.FirstDay).ToListAsync(Ct));
        var miss = misses.ShouldHaveSingleItem();
        (miss.Words, miss.Language, miss.Count).ShouldBe(("parachutisme", "fr", 2));
    }

    [Theory, BothDatabases]
    public async Task Tell_search_engines_and_calendars_what_there_is(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var client = app.Anonymous();

        var block = (await client.PageAsync("/nl/courses/AGR-PUB")).QuerySelector("script[type='application/ld+json']")!.TextContent;
        var course = System.Text.Json.JsonDocument.Parse(block).RootElement;
        course.GetProperty("@type").GetString().ShouldBe("Course");
        course.GetProperty("name").GetString().ShouldBe("Omgaan met agressie in de openbare ruimte");
        course.GetProperty("hasCourseInstance")[0].GetProperty("@type").GetString().ShouldBe("CourseInstance");
        course.GetProperty("hasCourseInstance")[0].GetProperty("startDate").GetString().ShouldBe("2027-03-08");

        var sitemap = System.Xml.Linq.XDocument.Parse(await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), Ct));
        var pages = sitemap.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
        pages.ShouldContain(page => page.EndsWith("/fr/courses/AGR-PUB", StringComparison.Ordinal));
        pages.ShouldContain(page => page.EndsWith("/nl/sessions/AGR-PUB-27S", StringComparison.Ordinal));
        (await client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative), Ct)).ShouldContain("Sitemap: http");

        var calendar = Ical.Net.Calendar.Load(await client.GetStringAsync(new Uri("/fr/catalogue/themes/prevention.ics", UriKind.Relative), Ct))!;
        calendar.Events.ShouldContain(e => e.Summary == "Gérer l'agressivité dans l'espace public" && e.Start!.Value == new DateTime(2027, 3, 8, 9, 0, 0));
        using var unknown = await client.GetAsync(new Uri("/fr/catalogue/themes/no-such.ics", UriKind.Relative), Ct);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<List<string>> FirstTenAsync(TrainingApp app, string typed) => app.DoAsync(async (CatalogueSearch search) =>
        await (await search.FindAsync(typed, Ct))!.OrderByDescending(hit => hit.Rank).ThenBy(hit => hit.Code).Take(10).Select(hit => hit.Code).ToListAsync(Ct));
}
