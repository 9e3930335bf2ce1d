using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain.Approvals;
using Training.Domain.Enrolments;
using Training.Domain.Inbox;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Training.Web.Messages;
using Xunit;

namespace Training.Tests.Web;

/// <summary>Requests as people make, answer and follow them on pages and from a mail.</summary>
public class RequestPagesTests
{
    private const string Session = "AGR-PUB-27S";

    // Seats of that session which the school keeps for another sector.
    private const int KeptForOthers = 3;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Enrol_twelve_people_of_a_pasted_list_and_say_for_each_what_happens_next(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        await app.ReadAsync(db => db.Sessions.Where(s => s.Code == Session).ExecuteUpdateAsync(set => set.SetProperty(s => s.CapacityMax, s => s.SeatsTaken + KeptForOthers + 5), Ct));
        var officer = await app.ClientForAsync("officer");
        var page = await officer.PageAsync($"/fr/sessions/{Session}/enrol");
        var twelve = page.QuerySelectorAll("#colleagues > li").Where(li => li.QuerySelector("input[name=person]:not([disabled])") is not null)
            .Select(li => li.GetAttribute("data-name")!).Take(12).ToList();

        using var answer = await officer.SubmitAsync(
            $"/fr/sessions/{Session}/enrol", page.Form("main form"), ("list", string.Join('\n', twelve)), ("button", "enrol"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var result = await officer.PageAsync(answer.Headers.Location!.OriginalString);

        var lines = result.QuerySelectorAll("main ul.people > li").Select(li => li.TextContent).ToList();
        lines.Count.ShouldBe(12);
        lines.Count(line => line.Contains("Une place est gardée jusqu'au", StringComparison.Ordinal)).ShouldBe(5);
        lines.Count(line => line.Contains("Sur la liste d'attente, place", StringComparison.Ordinal)).ShouldBe(7);
        Enumerable.Range(1, 7).ShouldAllBe(rank => lines.Exists(line => line.Contains($"place {rank} :", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task Keep_a_pasted_line_that_fits_nobody_and_enrol_nobody(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var before = await app.ReadAsync(db => db.Enrolments.CountAsync(Ct));

        using var answer = await officer.SubmitAsync($"/nl/sessions/{Session}/enrol", ("list", "Niemand Zoals Deze"), ("button", "enrol"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.PageAsync()).QuerySelector("#list")!.TextContent.ShouldContain("Niemand Zoals Deze");
        (await app.ReadAsync(db => db.Enrolments.CountAsync(Ct))).ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task Let_a_participant_ask_in_three_screens_without_script(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var participant = await app.ClientForAsync("participant");
        var first = await participant.PageAsync($"/nl/sessions/{Session}/ask");
        var goOn = first.QuerySelector("main section a.btn")!.GetAttribute("href")!;
        var second = await participant.PageAsync(goOn);

        using var sent = await participant.SubmitAsync(goOn, second.Form("main form"));
        using var sentAgain = await participant.SubmitAsync(goOn, second.Form("main form"));
        var third = await participant.PageAsync(sent.Headers.Location!.OriginalString);

        third.QuerySelector("main .notice-done, main [role=status], .notice-done")!.TextContent.ShouldContain("verstuurd");
        third.QuerySelector("main")!.TextContent.ShouldContain("De werkgever moet");
        sentAgain.Headers.Location.ShouldBe(sent.Headers.Location);
    }

    [Theory, BothDatabases]
    public async Task Show_an_approver_from_a_mail_what_is_asked_and_decide_once(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var (ask, enrolment) = await AskedAsync(app);
        var address = $"/fr/approve/{TokenOf(app, ask)}";
        var stranger = app.Anonymous();

        var page = await stranger.PageAsync(address);
        page.QuerySelector("main")!.TextContent.ShouldContain(Session);
        (await StatusAsync(app, enrolment)).ShouldBe(EnrolmentStatus.EmployerPending, "opening the link changes nothing");

        using var unexplained = await stranger.SubmitAsync(address, page.Form("main form"), ("decision", "refuse"));
        (await StatusAsync(app, enrolment)).ShouldBe(EnrolmentStatus.EmployerPending, "a refusal needs a reason of the list");
        using var decided = await stranger.SubmitAsync(address, page.Form("main form"), ("decision", "refuse"), ("cause", "NoTime"));
        (await StatusAsync(app, enrolment)).ShouldBe(EnrolmentStatus.EmployerRefused);
        (await app.ReadAsync(db => db.EnrolmentTransitions.CountAsync(t => t.EnrolmentId == enrolment && t.Cause == StepCause.NoTime, Ct))).ShouldBe(1);

        using var again = await stranger.SubmitAsync(address, page.Form("main form"), ("decision", "approve"));
        (await again.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("Ce lien ne fonctionne plus");
        (await StatusAsync(app, enrolment)).ShouldBe(EnrolmentStatus.EmployerRefused);
    }

    [Theory, BothDatabases]
    public async Task Turn_away_a_link_that_has_expired_or_was_made_up(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var (ask, enrolment) = await AskedAsync(app);
        var address = $"/nl/approve/{TokenOf(app, ask)}";
        var stranger = app.Anonymous();
        var page = await stranger.PageAsync(address);
        app.Clock.Advance(TimeSpan.FromDays(12));

        using var late = await stranger.SubmitAsync(address, page.Form("main form"), ("decision", "approve"));
        (await late.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("Deze link werkt niet meer");
        using var madeUp = await stranger.GetAsync(new Uri("/nl/approve/AAAA", UriKind.Relative), Ct);

        madeUp.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(app, enrolment)).ShouldBe(EnrolmentStatus.EmployerPending);
    }

    [Theory, BothDatabases]
    public async Task Take_an_unknown_employer_in_with_person_and_enrolment_on_one_page(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        using var told = await app.Anonymous().SubmitAsync(
            $"/fr/sessions/{Session}/other-employer", ("organisation", "Maison Neuve asbl"), ("firstName", "Lou"), ("lastName", "Denis"), ("email", "lou@example.org"));
        told.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = await app.ReadAsync(db => db.UnknownEmployers.Where(e => e.LastName == "Denis").Select(e => e.Id).SingleAsync(Ct));
        var planner = await app.ClientForAsync("planner");
        var address = $"/fr/inbox/new-employer?from={id.Value}";
        var page = await planner.PageAsync(address);
        ((IHtmlInputElement)page.QuerySelector("#nameFr")!).Value.ShouldBe("Maison Neuve asbl");

        using var made = await planner.SubmitAsync(address, page.Form("main form"), ("sector", "SEC-COH"), ("function", "FUN-SW"));

        made.Headers.Location!.OriginalString.ShouldContain("/enrolments/");
        (await app.ReadAsync(db => db.Enrolments.CountAsync(e => db.People.Any(p => p.Id == e.PersonId && p.LastName == "Denis"), Ct))).ShouldBe(1);
        (await app.ReadAsync(db => db.UnknownEmployers.CountAsync(e => e.Id == id && e.SettledAt != null, Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Let_one_of_the_secretariat_claim_what_a_colleague_then_sees_as_taken(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        var page = await planner.PageAsync("/fr/inbox?kind=requests");
        var item = page.QuerySelector("input[name=item]")!.GetAttribute("value")!;

        using var claimed = await planner.SubmitAsync("/fr/inbox/requests", page.Form("main form[action$='/inbox/requests']"), ("item", item), ("action", "claim"));

        claimed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.ReadAsync(db => db.InboxClaims.CountAsync(c => c.ItemId == Guid.Parse(item), Ct))).ShouldBe(1);
        (await app.DoAsync((ClaimItem use) => use.HandleAsync(new("requests", Guid.Parse(item), Take: true), Ct))).Refusal.ShouldBeOfType<ClaimedByColleague>();
    }

    [Theory, BothDatabases]
    public async Task Record_the_employers_answer_for_many_requests_at_once(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        var page = await planner.PageAsync("/nl/inbox?kind=requests");
        var form = page.Form("main form[action$='/inbox/requests']");
        var items = page.QuerySelectorAll("input[name=item]").Select(input => ("item", input.GetAttribute("value")!)).ToArray();
        items.Length.ShouldBeGreaterThan(1);

        using var unexplained = await planner.SubmitAsync("/nl/inbox/requests", form, [.. items, ("action", "approve")]);
        unexplained.StatusCode.ShouldBe(HttpStatusCode.OK, "how the employer answered must be said");
        using var decided = await planner.SubmitAsync("/nl/inbox/requests", form, [.. items, ("action", "approve"), ("reason", "Per telefoon, 23 november")]);

        var ids = items.Select(item => new EnrolmentId(Guid.Parse(item.Item2))).ToList();
        (await app.ReadAsync(db => db.Enrolments.CountAsync(e => ids.Contains(e.Id) && e.Status == EnrolmentStatus.EmployerPending, Ct))).ShouldBe(0);
    }

    private static async Task<(ApprovalAskId Ask, EnrolmentId Enrolment)> AskedAsync(TrainingApp app)
    {
        var officer = await app.ClientForAsync("officer");
        var page = await officer.PageAsync($"/fr/sessions/{Session}/enrol");
        var person = page.QuerySelector("input[name=person]:not([disabled])")!.GetAttribute("value")!;
        using var answer = await officer.SubmitAsync($"/fr/sessions/{Session}/enrol", page.Form("main form"), ("person", person), ("button", "enrol"));
        var wanted = new PersonId(Guid.Parse(person));
        return await app.ReadAsync(async db =>
        {
            var ask = await db.ApprovalAsks.SingleAsync(a => db.Enrolments.Any(e => e.Id == a.EnrolmentId && e.PersonId == wanted && db.Sessions.Any(s => s.Id == e.SessionId && s.Code == Session)), Ct);
            return (ask.Id, ask.EnrolmentId);
        });
    }

    private static string TokenOf(TrainingApp app, ApprovalAskId ask) => app.Services.GetRequiredService<ApprovalLinks>().TokenFor(ask);

    private static Task<EnrolmentStatus> StatusAsync(TrainingApp app, EnrolmentId id) => app.ReadAsync(db => db.Enrolments.Where(e => e.Id == id).Select(e => e.Status).SingleAsync(Ct));
}
