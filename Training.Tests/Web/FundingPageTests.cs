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
        await manager.PageAsync("/fr/funding/grants/SAFE/terms");

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

        var form = page.Form("#decide");
        form.QuerySelector("button[name]").ShouldBeNull("Enter in the field of the reason decides nothing.");
        using var undecided = await manager.SubmitAsync("/fr/funding/reviews", form, ("review", review.Value.ToString()), ("reason", "La prime suffit"));
        (await undecided.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Choisissez une décision");
        using var bogus = await manager.SubmitAsync("/fr/funding/reviews", form, ("review", review.Value.ToString()), ("reason", "La prime suffit"), ("verdict", "Bogus"));
        bogus.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var without = await manager.SubmitAsync("/fr/funding/reviews", form, ("review", review.Value.ToString()), ("reason", ""), ("verdict", "Rejected"));
        (await without.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("motif");
        using var decided = await manager.SubmitAsync("/fr/funding/reviews", form, ("review", review.Value.ToString()), ("reason", "La prime suffit"), ("verdict", "Rejected"));
        using var again = await manager.SubmitAsync("/fr/funding/reviews", form, ("review", review.Value.ToString()), ("reason", "Encore"), ("verdict", "Rejected"));

        (await again.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("déjà");
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

    [Theory, BothDatabases]
    public async Task Decide_on_all_reviews_that_a_filter_finds_with_one_reason(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        await app.DoAsync(async (AllocateMinutes use) => await use.HandleAsync(new(IsPreview: false), Ct));
        var lines = await app.ReadAsync(db => db.AllocationLines.AsNoTracking()
            .Where(l => l.Minutes > 0 && db.Grants.Any(g => g.Id == l.GrantId && g.Code == "ACTIRIS") && !db.AllocationReviews.Any(r => r.SlotId == l.SlotId && r.EnrolmentId == l.EnrolmentId))
            .OrderBy(l => l.Id).Take(60).ToListAsync(Ct));
        var pel = await app.ReadAsync(db => db.Grants.Where(g => g.Code == "PEL").Select(g => g.Id).SingleAsync(Ct));
        await app.SaveAsync([.. lines.Select(l => new AllocationReview(pel, l.Place, l.Minutes, null, "tester", l.RecordedAt))]);
        var waiting = await app.ReadAsync(db => db.AllocationReviews.CountAsync(r => !db.AllocationDecisions.Any(d => d.ReviewId == r.Id), Ct));

        var page = await manager.PageAsync("/nl/funding/reviews?sources=PEL+%2F+ACTIRIS");
        page.QuerySelector("[role=status]")!.TextContent.ShouldStartWith(waiting.ToString(System.Globalization.CultureInfo.InvariantCulture));
        page.QuerySelectorAll("input[name=review]").Length.ShouldBe(50);
        page.QuerySelector("nav a[rel=next]").ShouldNotBeNull();
        page.QuerySelector("option[value=AcceptedBeside]").ShouldBeNull("Both together would pay more than was attended.");
        page.QuerySelector("#decide tbody td:nth-of-type(2)")!.TextContent.ShouldMatch(@"\d\d:\d\d–\d\d:\d\d");

        using var decided = await manager.SubmitAsync("/nl/funding/reviews", page.Form("#decide"), ("all", "true"), ("reason", "Eén bron is genoeg"), ("verdict", "Rejected"));

        decided.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await app.ReadAsync(db => db.AllocationDecisions.CountAsync(d => d.Reason == "Eén bron is genoeg", Ct))).ShouldBe(waiting);
    }

    [Theory, BothDatabases]
    public async Task Refuse_a_new_grant_whose_code_exists_and_keep_what_was_typed(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        var before = await app.ReadAsync(db => db.Grants.AsNoTracking().SingleAsync(g => g.Code == "SAFE", Ct));
        (string, string)[] typed =
        [
            ("Programme", "PGSP"), ("TitleFr", "Nouvelle"), ("TitleNl", "Nieuw"), ("Reference", "REF"), ("From", "2026-01-01"), ("To", "2026-12-31"), ("BudgetHours", "10"), ("Priority", "9"),
        ];

        using var taken = await manager.SubmitAsync("/fr/funding/define", (await manager.PageAsync("/fr/funding/define")).Form("#grant"), [("Code", "safe"), .. typed]);
        var page = await taken.PageAsync();
        using var unfit = await manager.SubmitAsync("/fr/funding/define", page.Form("#grant"), [("Code", "a/b"), .. typed]);

        page.QuerySelector("#Code-error")!.TextContent.ShouldContain("SAFE");
        page.QuerySelector("#TitleFr")!.GetAttribute("value").ShouldBe("Nouvelle");
        (await app.ReadAsync(db => db.Grants.AsNoTracking().SingleAsync(g => g.Code == "SAFE", Ct))).ShouldSatisfyAllConditions(
            grant => grant.BudgetMinutes.ShouldBe(before.BudgetMinutes), grant => grant.Title.ShouldBe(before.Title));
        (await unfit.PageAsync()).QuerySelector("#Code-error")!.TextContent.ShouldContain("lettres");
    }

    [Theory, BothDatabases]
    public async Task Say_at_the_field_what_terms_contradict_what_was_allocated(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        var form = (await manager.PageAsync("/nl/funding/grants/SAFE/terms")).Form("#grant");

        using var cheap = await manager.SubmitAsync("/nl/funding/grants/SAFE/terms", form, ("BudgetHours", "10:30"));
        using var other = await manager.SubmitAsync("/nl/funding/grants/SAFE/terms", form, ("Basis", "Travel"));
        using var same = await manager.SubmitAsync("/nl/funding/grants/SAFE/terms", form, ("BudgetHours", "6000,5"));

        (await cheap.PageAsync()).QuerySelector("#BudgetHours-error").ShouldNotBeNull();
        (await other.PageAsync()).QuerySelector("#Basis-error").ShouldNotBeNull();
        same.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await app.ReadAsync(db => db.Grants.SingleAsync(g => g.Code == "SAFE", Ct))).BudgetMinutes.ShouldBe(360_030);
    }

    [Theory, BothDatabases]
    public async Task Say_in_the_language_of_the_page_what_is_wrong_with_a_grant(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");

        using var wrong = await manager.SubmitAsync(
            "/fr/funding/define", (await manager.PageAsync("/fr/funding/define")).Form("#grant"),
            ("BudgetHours", "beaucoup"), ("TitleFr", new string('x', 201)), ("From", "hier"), ("AmountEur", "-5"), ("Priority", "1,5"), ("Basis", "Bogus"));

        var page = await wrong.PageAsync();
        page.QuerySelector("#BudgetHours-error")!.TextContent.ShouldContain("10:30");
        page.QuerySelector("#TitleFr-error")!.TextContent.ShouldBe("Trop long : 200 caractères au plus.");
        page.QuerySelectorAll("span.error").Select(error => error.TextContent).ShouldAllBe(text => !text.Contains("The ", StringComparison.Ordinal));
        page.QuerySelectorAll("[aria-invalid=true]").Select(field => field.Id).ShouldBe(
            ["Code", "TitleFr", "TitleNl", "Reference", "From", "To", "BudgetHours", "AmountEur", "Priority", "Basis"], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task Show_claims_that_add_up_to_their_lines_with_persons_and_reasons(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        var safe = await app.ReadAsync(db => db.Grants.AsNoTracking().SingleAsync(g => g.Code == "SAFE", Ct));
        var claimed = await app.ReadAsync(db => db.AllocationLines.AsNoTracking()
            .Where(l => l.GrantId == safe.Id && l.Minutes >= 60 && db.GrantClaimLines.Any(c => c.AllocationLineId == l.Id)).OrderBy(l => l.Id).FirstAsync(Ct));
        var session = await app.ReadAsync(db => db.Sessions.Where(s => s.Slots.Any(slot => slot.Id == claimed.SlotId)).Select(s => s.Code).SingleAsync(Ct));
        var first = await app.ReadAsync(db => db.GrantClaims.Where(c => c.GrantId == safe.Id).Select(c => c.Minutes).SingleAsync(Ct));
        using var taken = await manager.SubmitAsync(
            $"/fr/funding/grants/SAFE/sessions/{session}", (await manager.PageAsync($"/fr/funding/grants/SAFE/sessions/{session}")).Form("#by-hand"),
            ("enrolment", claimed.EnrolmentId.Value.ToString()), ("slot", claimed.SlotId.Value.ToString()), ("minutes", "-60"), ("reason", "Payé par la commune"));
        using var second = await manager.SubmitAsync("/fr/funding/grants/SAFE", (await manager.PageAsync("/fr/funding/grants/SAFE")).Form("#claim"));

        second.StatusCode.ShouldBe(HttpStatusCode.Found);
        var (figures, next) = await app.ReadAsync(async db => (
            (await GrantFigures.OfAllAsync(db, Ct))[safe.Id], await db.GrantClaims.Where(c => c.GrantId == safe.Id && c.Number == 2).Select(c => c.Minutes).SingleAsync(Ct)));
        figures.ShouldSatisfyAllConditions(f => f.Claimable.ShouldBe(0), f => f.ToRepay.ShouldBe(0), f => f.Claimed.ShouldBe(first + next));
        var main = await manager.PageAsync("/fr/funding/grants/SAFE");
        main.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent).ShouldBe(
            new[] { first + next, -60, 60, first + next }.Select(Training.Web.Features.Shared.Show.Minutes));
        main.QuerySelector("main")!.TextContent.ShouldContain("Payé par la commune");
        (await manager.PageAsync($"/fr/funding/grants/SAFE/sessions/{session}")).QuerySelector("main")!.TextContent.ShouldContain("Payé par la commune");
        var opened = (await manager.PageAsync("/fr/funding/grants/SAFE/claims/1")).QuerySelector("main")!.TextContent;
        var person = await app.ReadAsync(db => db.People.Where(p => db.Enrolments.Any(e => e.Id == claimed.EnrolmentId && e.PersonId == p.Id)).Select(p => p.LastName).SingleAsync(Ct));
        opened.ShouldContain(person);
        opened.ShouldContain("Payé par la commune");
    }

    [Theory, BothDatabases]
    public async Task Call_evidence_complete_only_with_the_signatures_and_scans_that_the_grant_asks_for(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var grant = await app.ReadAsync(db => db.Grants.AsNoTracking().SingleAsync(g => g.Code == "SAFE", Ct));
        Task<Training.Web.Features.Funding.GrantPage> PageAsync() => app.ReadAsync(db => Training.Web.Features.Funding.GrantPage.FindAsync(db, "SAFE", TestClock.FirstDay, Ct));
        var before = await PageAsync();
        var signed = before.Sessions.First(session => session.WithoutSignature == 0 && session.Sealed == session.HalfDays && session.Certificates >= session.Completed);

        // One signature is found to be missing after all: what was claimed stays claimed, and its evidence is no longer complete.
        var check = await app.ReadAsync(db => (
            from one in db.SignatureChecks.AsNoTracking()
            join register in db.Registers on one.RegisterId equals register.Id
            join session in db.Sessions on register.SessionId equals session.Id
            where session.Code == signed.Code && one.EnrolmentId != null && db.AllocationLines.Any(l => l.GrantId == grant.Id && l.EnrolmentId == one.EnrolmentId)
            select one).FirstAsync(Ct));
        await app.DoAsync((Training.Domain.Attendance.Sheets.CheckSignatures use) => use.HandleAsync(
            new(check.RegisterId, [new(check.EnrolmentId, Training.Domain.Attendance.Sheets.SignatureFinding.Missing, null)]), Ct));

        var after = await PageAsync();
        after.Sessions.Single(session => session.Code == signed.Code).ShouldSatisfyAllConditions(s => s.WithoutSignature.ShouldBeGreaterThan(0), s => s.IsComplete.ShouldBeFalse());
        after.Sessions.ShouldAllBe(session => !session.IsComplete || session.Scans == session.HalfDays);
    }

    [Theory, BothDatabases]
    public async Task Add_and_name_funders_and_programmes(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        const string address = "/fr/funding/funders";
        var page = await manager.PageAsync(address);

        using var funder = await manager.SubmitAsync(address, page.Form("#funders"), ("Code", "equal"), ("NameFr", "equal.brussels (fr)"), ("NameNl", "equal.brussels (nl)"));
        using var programme = await manager.SubmitAsync(address, page.Form("#programmes"), ("Code", "EQ-1"), ("Funder", "EQUAL"), ("NameFr", "Égalité"), ("NameNl", "Gelijkheid"));
        using var taken = await manager.SubmitAsync(address, page.Form("#programmes"), ("Code", "eq-1"), ("Funder", "COCOF"), ("NameFr", "Autre"), ("NameNl", "Ander"));
        using var nameless = await manager.SubmitAsync(address, page.Form("#funders"), ("Code", "x/y"), ("NameFr", ""), ("NameNl", ""));
        using var renamed = await manager.SubmitAsync(address, (await manager.PageAsync(address)).Form("#programmes-EQ-1"), ("NameFr", "Égalité des chances"), ("NameNl", "Gelijke kansen"));

        (funder.StatusCode, programme.StatusCode, renamed.StatusCode).ShouldBe((HttpStatusCode.Found, HttpStatusCode.Found, HttpStatusCode.Found));
        var refused = await taken.PageAsync();
        refused.QuerySelector("#Code-programmes-error")!.TextContent.ShouldContain("EQ-1");
        refused.QuerySelector("#NameFr-programmes")!.GetAttribute("value").ShouldBe("Autre");
        (await nameless.PageAsync()).QuerySelectorAll("span.error").Length.ShouldBe(3);
        (await app.ReadAsync(db => db.Programmes.AsNoTracking().SingleAsync(p => p.Code == "EQ-1", Ct))).ShouldSatisfyAllConditions(
            p => p.FunderCode.ShouldBe("EQUAL"), p => p.Name.Fr.ShouldBe("Égalité des chances"));
    }

    [Theory, BothDatabases]
    public async Task Move_a_deadline_or_take_it_away(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        Task<List<GrantDeadline>> DeadlinesAsync() => app.ReadAsync(db => db.Set<GrantDeadline>().AsNoTracking().Where(d => db.Grants.Any(g => g.Id == d.GrantId && g.Code == "SAFE")).OrderBy(d => d.On).ToListAsync(Ct));
        var before = await DeadlinesAsync();
        var page = await manager.PageAsync("/fr/funding/grants/SAFE");

        using var wordless = await manager.SubmitAsync("/fr/funding/grants/SAFE", page.Form($"form[action$='{before[0].Id.Value}']"), ("on", "2026-12-01"), ("nl", ""));
        using var moved = await manager.SubmitAsync("/fr/funding/grants/SAFE", page.Form($"form[action$='{before[0].Id.Value}']"), ("on", "2026-12-01"));
        using var removed = await manager.SubmitAsync("/fr/funding/grants/SAFE", page.Form($"form[action$='{before[1].Id.Value}']"), ("remove", "true"));

        (await wordless.PageAsync()).QuerySelector($"#on-{before[0].Id.Value:N}")!.GetAttribute("value").ShouldBe("2026-12-01");
        (moved.StatusCode, removed.StatusCode).ShouldBe((HttpStatusCode.Found, HttpStatusCode.Found));
        (await DeadlinesAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(d => d.On.ShouldBe(new DateOnly(2026, 12, 1)), d => d.What.ShouldBe(before[0].What));
    }
}
