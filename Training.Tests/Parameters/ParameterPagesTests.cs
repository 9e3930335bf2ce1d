using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Tests.Infrastructure;
using Training.Web.Features.Shared;
using Xunit;

namespace Training.Tests.Parameters;

public class ParameterPagesTests
{
    private const string Address = "/fr/parameters/gsob.invoice.days";

    [Theory, BothDatabases]
    public async Task Name_every_key_that_the_school_starts_with_in_every_language(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var keys = await school.ReadAsync(db => db.Parameters.Select(p => p.Key).Distinct().ToListAsync());
        var texts = new Texts();

        foreach (var language in new[] { "fr", "nl", "en" })
            keys.Select(key => $"Parameter_{key}").Except(texts.Keys(language)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Warn_of_a_key_that_has_no_value_left(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var administrator = await app.ClientForAsync("administrator");

        var page = await administrator.PageAsync("/nl/parameters");

        var warning = page.QuerySelector(".notice-wait")!.TextContent;
        warning.ShouldContain("pel.wageCap.monthly");
        warning.ShouldNotContain("gsob.invoice.days");
        page.QuerySelector("main")!.TextContent.ShouldContain("betaald educatief verlof");
    }

    [Theory, BothDatabases]
    public async Task Try_a_change_without_recording_it(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var administrator = await app.ClientForAsync("administrator");
        var rows = await app.ReadAsync(db => db.Parameters.CountAsync());

        var answer = await administrator.SubmitAsync("/fr/parameters/geco.minutesPerFte",
            ("value", "2736"), ("from", "2026-10-11"), ("source", "Décision du conseil"), ("reason", "Plus de temps"), ("button", "try"));

        var trial = (await answer.PageAsync()).QuerySelector("#trial")!.ParentElement!.TextContent;
        trial.ShouldContain("21 jours");
        trial.ShouldContain("2280");
        trial.ShouldContain("38:00 → 39:42");
        (await app.ReadAsync(db => db.Parameters.CountAsync())).ShouldBe(rows);
    }

    [Theory, BothDatabases]
    public async Task Record_a_change_with_who_when_and_why_and_keep_what_was(Engine engine)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var app = await TrainingApp.StartAsync(engine);
        var administrator = await app.ClientForAsync("administrator");

        var answer = await administrator.SubmitAsync(Address,
            ("value", "30"), ("from", "2027-01-01"), ("source", "Arrêté du 1er décembre 2026"), ("certainty", "Seen"), ("reason", "Nouveau délai"), ("button", "record"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var book = await app.ReadAsync(db => db.ParameterBookAsync(ct));
        book.Number("gsob.invoice.days", new(2026, 12, 31)).ShouldBe(60);
        var row = book.Row("gsob.invoice.days", new(2027, 1, 1));
        (row.Value, row.ChangedBy, row.Reason).ShouldBe(("30", "administrator", "Nouveau délai"));
        var page = await administrator.PageAsync(Address);
        page.QuerySelectorAll(".timeline li").Select(item => item.QuerySelector("strong")!.TextContent).ShouldBe(["60", "30"]);
    }

    [Theory, BothDatabases]
    public async Task Refuse_a_word_that_no_rule_knows_and_name_those_that_one_does(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var administrator = await app.ClientForAsync("administrator");
        (string, string)[] filledIn = [("from", "2027-01-01"), ("source", "x"), ("certainty", "Design"), ("reason", "y"), ("button", "record")];

        using var refused = await administrator.SubmitAsync("/fr/parameters/pel.category", [("value", "Langue"), .. filledIn]);
        using var taken = await administrator.SubmitAsync("/fr/parameters/pel.category", [("value", "Language"), .. filledIn]);

        (await refused.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("Vocational, General, Language, LanguageOfTheJob");
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, BothDatabases]
    public async Task Refuse_what_code_could_not_read_and_keep_what_was_typed(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var administrator = await app.ClientForAsync("administrator");

        await ShouldRefuseAsync("value", "soixante", ("value", "soixante"));
        await ShouldRefuseAsync("from", "31/12/2026", ("value", "30"), ("from", "31/12/2026"));
        await ShouldRefuseAsync("to", "2026-01-01", ("value", "30"), ("to", "2026-01-01"), ("source", "x"), ("reason", "y"));
        await ShouldRefuseAsync("source", "", ("value", "30"), ("source", ""), ("reason", "y"));
        await ShouldRefuseAsync("reason", "", ("value", "30"), ("source", "x"), ("reason", ""));
        await ShouldRefuseAsync("scopeCode", "NOBODY", ("value", "30"), ("source", "x"), ("reason", "y"), ("scope", "Organisation"), ("scopeCode", "NOBODY"));

        async Task ShouldRefuseAsync(string field, string typed, params (string, string)[] filledIn)
        {
            var page = await (await administrator.SubmitAsync(Address, [.. filledIn, ("button", "record")])).PageAsync();
            var input = page.QuerySelector($"#{field}")!;
            input.GetAttribute("aria-invalid").ShouldBe("true", field);
            (input.GetAttribute("value") ?? input.TextContent).ShouldBe(typed);
            page.QuerySelector($"#{field}-error")!.TextContent.ShouldNotBeEmpty();
        }
    }
}
