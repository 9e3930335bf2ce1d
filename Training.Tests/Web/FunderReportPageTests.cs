using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Reports.Words;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.Web;

public class FunderReportPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Are_filled_by_the_sample_school_in_every_form_and_under_one_run(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        foreach (var (id, language) in new[] { ("r2", "fr"), ("r3", "nl"), ("r4", "fr"), ("r5", "nl"), ("r6", "fr"), ("r8", "fr"), ("r9", "fr"), ("r10", "nl"), ("r11", "fr") })
        {
            const string query = "?from=2025-01-01&to=2026-12-31";
            var page = await manager.PageAsync($"/{language}/reports/{id}{query}");
            page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(0, id);

            var paper = await manager.GetByteArrayAsync(new Uri($"/{language}/reports/{id}.pdf{query}", UriKind.Relative), Ct);
            var flat = Encoding.UTF8.GetString(await manager.GetByteArrayAsync(new Uri($"/{language}/reports/{id}.csv{query}", UriKind.Relative), Ct));
            (await manager.GetByteArrayAsync(new Uri($"/{language}/reports/{id}.xlsx{query}", UriKind.Relative), Ct)).Length.ShouldBeGreaterThan(1000);
            flat.Split("\r\n").Length.ShouldBeGreaterThan(2, id);

            var run = await app.ReadAsync(db => db.ReportRuns.SingleAsync(r => r.Report == id, Ct));
            var text = PdfReading.TextOf(paper);
            text.ShouldContain(Wording.In(language)["Report_Run", run.Number]);
            text.ShouldContain(run.Digest);
            if (id == "r2")
                new[] { "Axe", "Volume", "Sexe", "<26", "65+" }.Except(text.Split()).ShouldBeEmpty("a narrow column cuts no word while others have room");
            var shown = (await manager.PageAsync($"/{language}/reports/runs/{run.Number}")).QuerySelector("[role=status]")!;
            shown.ClassList.ShouldContain("notice-done", id);
        }
    }

    [Theory, BothDatabases]
    public async Task Lead_closer_from_every_row_that_can_be_divided(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        const string query = "from=2025-01-01&to=2026-12-31";
        foreach (var address in new[] { $"r8?{query}", $"r8?{query}&rows=course", $"r8?{query}&rows=theme", $"r8?{query}&rows=level&columns=sex", $"r5?{query}", $"r5?{query}&rows=municipality" })
        {
            var page = await manager.PageAsync($"/fr/reports/{address}");
            var total = page.QuerySelectorAll("tfoot td")[0].TextContent;
            total.ShouldBe("Total");
            var links = page.QuerySelectorAll("tbody th[scope=row] a").Select(link => link.GetAttribute("href")!).ToList();
            links.ShouldNotBeEmpty(address);
            foreach (var link in links.Where((_, index) => index % 5 == 0))
            {
                using var closer = await manager.GetAsync(new Uri($"/fr/reports/{address.Split('?')[0]}{link}", UriKind.Relative), Ct);
                closer.StatusCode.ShouldBe(HttpStatusCode.OK, link);
            }
        }

        var narrowed = await manager.PageAsync($"/nl/reports/r8?{query}&only%5Bsex%5D=1&rows=function");
        narrowed.QuerySelector("details.more-filters")!.HasAttribute("open").ShouldBeTrue();
        narrowed.QuerySelector("select[name='only[sex]'] option[selected]")!.TextContent.ShouldBe("Vrouwen");
        narrowed.QuerySelector("main")!.TextContent.ShouldContain("Geslacht: Vrouwen");
        (await manager.GetAsync(new Uri($"/nl/reports/r8?{query}&only%5Bsex%5D=9", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task Give_an_employer_the_hours_without_a_run_that_it_could_not_open(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");

        var page = await officer.PageAsync("/fr/reports/r8?from=2026-01-01&to=2026-12-31&rows=course");
        var paper = await officer.GetByteArrayAsync(new Uri("/fr/reports/r8.pdf?from=2026-01-01&to=2026-12-31&rows=course", UriKind.Relative), Ct);

        page.QuerySelectorAll("tbody tr").ShouldNotBeEmpty();
        page.QuerySelectorAll("main a[href*=subscriptions]").ShouldBeEmpty();
        PdfReading.TextOf(paper).ShouldContain(Wording.In("fr")["Report_NoRun"]);
        (await app.ReadAsync(db => db.ReportRuns.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Say_at_the_date_that_a_period_is_the_wrong_way_round(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");

        var page = await manager.PageAsync("/nl/reports/r5?from=2026-12-31&to=2026-01-01");
        page.QuerySelector("#to-error").ShouldNotBeNull();
        page.QuerySelector("#from")!.GetAttribute("value").ShouldBe("2026-12-31");
        using var paper = await manager.GetAsync(new Uri("/nl/reports/r5.pdf?from=2026-12-31&to=2026-01-01", UriKind.Relative), Ct);
        paper.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, BothDatabases]
    public async Task Say_in_words_at_their_field_what_cannot_be_read_or_answered(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        const string dates = "from=2026-01-01&to=2026-12-31";

        foreach (var (query, field, words) in new[]
        {
            ("from=abc", "to-error", "ne peut pas être lue"), ("from=9999-01-01&to=9999-12-31", "to-error", "entre 2000 et 2100"), ("to=9999-12-31", "to-error", "entre 2000 et 2100"),
            ("from=0001-01-01&to=0001-12-31", "to-error", "entre 2000 et 2100"), ($"{dates}&compareFrom=0001-01-01", "to-error", "entre 2000 et 2100"),
            ($"{dates}&published=peut-etre", "published-error", "n'existe pas"), ($"{dates}&published=true&organisation=SAF", "published-error", "porte sur tous"),
            ($"{dates}&published=true&theme=prevention", "published-error", "porte sur tous"), ($"{dates}&published=true&only%5Bcourse%5D=CQD", "published-error", "porte sur tous"),
            ($"{dates}&published=true&only%5Bperson%5D=x", "published-error", "porte sur tous"),
        })
        {
            var page = await manager.PageAsync($"/fr/reports/r5?{query}");
            page.QuerySelector($"#{field}").ShouldNotBeNull(query).TextContent.ShouldContain(words, Case.Sensitive, query);
            page.QuerySelectorAll(".error").Length.ShouldBe(1, query);
            foreach (var kind in new[] { "pdf", "xlsx", "csv" })
                (await manager.GetAsync(new Uri($"/fr/reports/r5.{kind}?{query}", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, query);
        }

        (await manager.PageAsync($"/nl/reports/r6?{dates}")).QuerySelector("#published").ShouldBeNull("its rows are people");
        (await manager.PageAsync($"/nl/reports/r6?{dates}&published=true")).QuerySelector("#published-error")!.TextContent.ShouldContain("elke regel is een persoon");
    }

    [Theory, BothDatabases]
    public async Task Give_what_changed_since_a_run_as_a_report_in_every_form(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        await manager.GetByteArrayAsync(new Uri("/fr/reports/r4.csv?from=2026-01-01&to=2026-12-31&grant=SAFE", UriKind.Relative), Ct);
        (await manager.PageAsync("/fr/reports/runs/1/changes")).QuerySelector("p.empty").ShouldNotBeNull();
        await app.ReadAsync(db => db.Grants.Where(g => g.Code == "SAFE").ExecuteUpdateAsync(set => set.SetProperty(g => g.AmountEur, g => g.AmountEur + 100), Ct));

        var page = await manager.PageAsync("/fr/reports/runs/1");
        page.QuerySelector("[role=status]")!.ClassList.ShouldContain("notice-done");
        foreach (var shown in new[] { page, await manager.PageAsync("/nl/reports/runs/1/changes") })
            shown.QuerySelectorAll("a[href*='runs/1/changes.']").Select(link => link.GetAttribute("href")!.Split('.')[^1]).ShouldBe(["xlsx", "pdf", "csv"]);

        var flat = Encoding.UTF8.GetString(await manager.GetByteArrayAsync(new Uri("/fr/reports/runs/1/changes.csv", UriKind.Relative), Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        flat[1..].ShouldAllBe(line => line.EndsWith(";100", StringComparison.Ordinal));
        flat.ShouldContain(line => line.Contains("Total", StringComparison.Ordinal));
        (await manager.GetByteArrayAsync(new Uri("/nl/reports/runs/1/changes.xlsx", UriKind.Relative), Ct)).Length.ShouldBeGreaterThan(1000);
        PdfReading.TextOf(await manager.GetByteArrayAsync(new Uri("/nl/reports/runs/1/changes.pdf", UriKind.Relative), Ct)).ShouldContain("Verschil");
    }

    [Theory, BothDatabases]
    public async Task Offer_and_say_only_what_they_heed(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        const string query = "from=2026-01-01&to=2026-12-31&grant=SAFE&rows=course&columns=sex&only%5Bsex%5D=1";
        foreach (var (id, grant, rows) in new[] { ("r2", false, false), ("r3", false, false), ("r4", true, false), ("r5", false, true), ("r8", false, true), ("r9", true, false), ("r11", false, false) })
        {
            var page = await manager.PageAsync($"/fr/reports/{id}?{query}");
            ((page.QuerySelector("select[name=grant]") is not null), (page.QuerySelector("select[name=rows]") is not null)).ShouldBe((grant, rows), id);
            var form = await manager.PageAsync($"/fr/reports/subscriptions?report={id}");
            ((form.QuerySelector("select[name=Grant]") is not null), (form.QuerySelector("select[name=Rows]") is not null)).ShouldBe((grant, rows), id);

            var paper = PdfReading.TextOf(await manager.GetByteArrayAsync(new Uri($"/fr/reports/{id}.pdf?{query}", UriKind.Relative), Ct));
            var words = Wording.In("fr");
            (paper.Contains($"{words["Report_Asked_Grant"]}:", StringComparison.Ordinal), paper.Contains($"{words["Report_Rows"]}:", StringComparison.Ordinal)).ShouldBe((grant, rows), id);
        }
    }
}
