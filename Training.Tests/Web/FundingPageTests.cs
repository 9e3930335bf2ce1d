using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Funding;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

public class FundingPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Show_how_every_grant_of_the_sample_school_stands(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        var figures = await app.ReadAsync(db => GrantFigures.OfAllAsync(db, Ct));
        var safe = await app.ReadAsync(db => db.Grants.Where(g => g.Code == "SAFE").Select(g => g.Id).SingleAsync(Ct));

        var list = (await manager.PageAsync("/nl/funding")).QuerySelector("main")!.TextContent;
        var grant = (await manager.PageAsync("/nl/funding/grants/SAFE")).QuerySelector("main")!.TextContent;
        await manager.PageAsync("/fr/funding/preview");
        await manager.PageAsync("/fr/funding/define?code=SAFE");

        (figures[safe].Claimed > 0 && figures[safe].Claimable > 0).ShouldBeTrue("The sample school has claimed a part.");
        foreach (var minutes in new[] { figures[safe].Allocated, figures[safe].Claimable, figures[safe].Claimed })
        {
            list.ShouldContain(Training.Web.Features.Shared.Show.Minutes(minutes));
            grant.ShouldContain(Training.Web.Features.Shared.Show.Minutes(minutes));
        }
    }

    [Theory, BothDatabases]
    public async Task Decide_on_a_second_source_of_wage_with_a_reason(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        var review = await app.ReadAsync(db => db.AllocationReviews.Select(r => r.Id).SingleAsync(Ct));
        var page = await manager.PageAsync("/fr/funding/reviews");
        page.QuerySelector("main")!.TextContent.ShouldContain("ACTIRIS");

        using var without = await manager.SubmitAsync("/fr/funding/reviews", page.Form("form[action*='reviews/']"), ("reason", ""), ("verdict", "Rejected"));
        (await without.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("motif");
        using var decided = await manager.SubmitAsync("/fr/funding/reviews", page.Form("form[action*='reviews/']"), ("reason", "La prime suffit"), ("verdict", "Rejected"));

        decided.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await app.ReadAsync(db => db.AllocationDecisions.SingleAsync(Ct))).ShouldSatisfyAllConditions(d => d.ReviewId.ShouldBe(review), d => d.Verdict.ShouldBe(ReviewVerdict.Rejected));
        (await manager.PageAsync("/fr/funding/reviews")).QuerySelector("main")!.TextContent.ShouldContain("La prime suffit");
    }

    [Theory, BothDatabases]
    public async Task Keep_what_was_typed_when_minutes_are_more_than_were_attended(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        var line = await app.ReadAsync(db => db.AllocationLines.Where(l => db.Grants.Any(g => g.Id == l.GrantId && g.Code == "SAFE")).OrderBy(l => l.Id).FirstAsync(Ct));
        var session = await app.ReadAsync(db => db.Sessions.Where(s => s.Slots.Any(slot => slot.Id == line.SlotId)).Select(s => s.Code).SingleAsync(Ct));
        var address = $"/fr/funding/grants/SAFE/sessions/{session}";

        using var refused = await manager.SubmitAsync(
            address, (await manager.PageAsync(address)).Form("#by-hand"),
            ("enrolment", line.EnrolmentId.Value.ToString()), ("slot", line.SlotId.Value.ToString()), ("minutes", "600"), ("reason", "Essai"));

        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await refused.PageAsync();
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("dépasseraient les minutes suivies");
        page.QuerySelector("#reason")!.TextContent.ShouldBe("Essai");

        using var taken = await manager.SubmitAsync(
            address, page.Form("#by-hand"),
            ("enrolment", line.EnrolmentId.Value.ToString()), ("slot", line.SlotId.Value.ToString()), ("minutes", "-10"), ("reason", "Payé autrement"));
        taken.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Theory, BothDatabases]
    public async Task Define_a_grant_and_show_every_mistake_at_its_field(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        var form = (await manager.PageAsync("/nl/funding/define")).Form("#grant");

        using var wrong = await manager.SubmitAsync("/nl/funding/define", form, ("Code", "NEW"), ("BudgetHours", "veel"), ("From", "2026-12-31"), ("To", "2026-01-01"));
        var page = await wrong.PageAsync();
        page.QuerySelector("#BudgetHours-error").ShouldNotBeNull();
        page.QuerySelector("#To-error").ShouldNotBeNull();
        page.QuerySelector("#Code")!.GetAttribute("value").ShouldBe("NEW");

        using var saved = await manager.SubmitAsync(
            "/nl/funding/define", page.Form("#grant"),
            ("Code", "NEW"), ("Programme", "COHESION"), ("TitleFr", "Nouvelle"), ("TitleNl", "Nieuw"), ("Reference", "REF"), ("From", "2026-01-01"), ("To", "2026-12-31"),
            ("BudgetHours", "100"), ("Priority", "9"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await app.ReadAsync(db => db.Grants.SingleAsync(g => g.Code == "NEW", Ct))).BudgetMinutes.ShouldBe(6000);
    }
}
