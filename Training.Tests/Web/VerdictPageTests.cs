using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Courses;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

public class VerdictPageTests
{
    private const string Guards = "/fr/verdicts/GDP-BASE-26A";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Say_which_rule_is_not_met_and_why(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var trainer = await app.ClientForAsync("trainer");

        var text = (await trainer.PageAsync(Guards)).QuerySelector("main")!.TextContent;

        text.ShouldContain("gardiens de la paix (arrêté royal)");
        text.ShouldContain("7 points, 10 nécessaires");
    }

    [Theory, BothDatabases]
    public async Task Take_marks_with_a_comma_and_keep_what_was_typed_when_they_cannot_be_read(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var trainer = await app.ClientForAsync("trainer");
        const string field = "rows[0].Subjects[0].Marks";

        using var wrong = await trainer.SubmitAsync(Guards, (await trainer.PageAsync(Guards)).Form("#marks"), (field, "douze"));
        var again = await wrong.PageAsync();
        again.QuerySelector("[role=alert]")!.TextContent.ShouldContain("illisible");
        again.QuerySelector($"[name='{field}']")!.GetAttribute("value").ShouldBe("douze");
        using var tooMuch = await trainer.SubmitAsync(Guards, (await trainer.PageAsync(Guards)).Form("#marks"), (field, "20,5"));
        (await tooMuch.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("de 0 à 20");

        using var right = await trainer.SubmitAsync(Guards, (await trainer.PageAsync(Guards)).Form("#marks"), (field, "12,5"));
        right.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await trainer.PageAsync(Guards)).QuerySelector($"[name='{field}']")!.GetAttribute("value").ShouldBe("12,5");
        (await app.ReadAsync(db => db.ExamMarks.CountAsync(mark => mark.Marks == 12.5m, Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Let_the_secretariat_put_a_session_under_a_further_rule(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");

        using var saved = await planner.SubmitAsync(Guards, (await planner.PageAsync(Guards)).Form("#rules"), ("further", nameof(AttendancePolicyKind.PelQuarter)));

        saved.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await planner.PageAsync(Guards)).QuerySelector("main")!.TextContent.ShouldContain("2026-Q3");
        (await app.ReadAsync(db => db.Sessions.Where(s => s.Code == "GDP-BASE-26A").Select(s => s.FurtherPolicies).SingleAsync(Ct))).ShouldBe([AttendancePolicyKind.PelQuarter]);
    }
}
