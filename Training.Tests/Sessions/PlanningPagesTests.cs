using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Training.Web.Features.Planning;
using Xunit;

namespace Training.Tests.Sessions;

/// <summary>The secretariat's pages of the plan and of the courses, as a browser without script uses them.</summary>
public class PlanningPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("09:00-10:30, 10:45-12:00", "09:00-10:30, 10:45-12:00")]
    [InlineData("9h-10h30 ; 13h00 – 16h", "09:00-10:30, 13:00-16:00")]
    [InlineData("9u30 tot 12u", "09:30-12:00")]
    public void Read_hours_as_people_write_them(string typed, string meant) => HoursText.Write(HoursText.Read(typed)!).ShouldBe(meant);

    [Theory]
    [InlineData("toute la journée")]
    [InlineData("12:00-09:00")]
    [InlineData("25:00-26:00")]
    [InlineData("09:00-12:00 peut-être")]
    public void Refuse_hours_that_nobody_can_read(string typed) => HoursText.Read(typed).ShouldBeNull();

    [Theory, BothDatabases]
    public async Task Plan_open_and_cancel_a_session(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        var page = await planner.PageAsync("/fr/planning/new");
        string Choice(string field, string text) => page.QuerySelectorAll($"select[name={field}] option").First(option => option.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("value")!;
        (string, string)[] filled =
        [
            ("course", Choice("course", "IRISBOX")), ("room", Choice("room", "Zaal Brel")), ("capacityMin", "4"), ("capacityMax", "10"), ("language", "Nl"),
            ("days[0].date", "2027-06-07"), ("days[0].hours", "9h-12h"), ("days[1].date", "2027-06-08"), ("days[1].hours", ""),
        ];

        using var saved = await planner.SubmitAsync("/fr/planning/new", page.Form("main form.plan-form"), filled);
        var address = saved.Headers.Location!.OriginalString;
        address.ShouldEndWith("/planning/sessions/IRISBOX-27-1");
        var slots = await app.ReadAsync(db => db.TeachingSlots.Where(s => db.Sessions.Any(x => x.Id == s.SessionId && x.Code == "IRISBOX-27-1")).OrderBy(s => s.Date).ToListAsync(Ct));
        slots.Select(s => (s.Date, s.Minutes)).ShouldBe([(new(2027, 6, 7), 180), (new(2027, 6, 8), 180)]);
        using (var hidden = await app.Anonymous().GetAsync(new Uri("/fr/sessions/IRISBOX-27-1", UriKind.Relative), Ct))
            hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var opened = await planner.SubmitAsync(address, (await planner.PageAsync(address)).Form("form[action$='/advance']"), ("to", "Open"));
        (await app.Anonymous().PageAsync("/fr/sessions/IRISBOX-27-1")).QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        (await planner.PageAsync("/nl/planning?view=Room&from=2027-06-07")).QuerySelector("main")!.TextContent.ShouldContain("IRISBOX-27-1");

        using var silent = await planner.SubmitAsync(address, (await planner.PageAsync(address)).Form("form[action$='/cancel']"), ("reason", ""));
        (await silent.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("pourquoi");
        using var cancelled = await planner.SubmitAsync(address, (await planner.PageAsync(address)).Form("form[action$='/cancel']"), ("reason", "Formatrice malade"));
        cancelled.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await planner.PageAsync(address)).QuerySelector("main")!.TextContent.ShouldContain("Formatrice malade");
    }

    [Theory, BothDatabases]
    public async Task Keep_what_was_typed_and_show_what_is_wrong_at_its_row(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");

        using var response = await planner.SubmitAsync(
            "/nl/planning/new", (await planner.PageAsync("/nl/planning/new")).Form("main form.plan-form"),
            ("capacityMin", "4"), ("capacityMax", "10"), ("days[0].date", "2027-06-07"), ("days[0].hours", "voormiddag"));

        var shown = await response.PageAsync();
        shown.QuerySelector("#hours-0")!.GetAttribute("value").ShouldBe("voormiddag");
        shown.QuerySelector("#hours-0-error")!.TextContent.ShouldContain("niet leesbaar");
        shown.QuerySelector("#room-error")!.TextContent.ShouldNotBeEmpty();

        using var numbered = await planner.SubmitAsync(
            "/nl/planning/new", shown.Form("main form.plan-form"), ("acceptedBecause", "zie 85.07.30-033.28"));
        numbered.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await numbered.PageAsync();
        again.QuerySelector("[role=alert]")!.TextContent.ShouldContain("rijksregisternummer");
        again.QuerySelector("[name='days[0].hours']")!.GetAttribute("value").ShouldBe("voormiddag");
    }

    [Theory, BothDatabases]
    public async Task Say_while_one_types_what_stands_in_the_way(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        var taken = await app.ReadAsync(db => db.Sessions.Where(s => s.Code == "AGR-PUB-27S").Select(s => s.RoomId).SingleAsync(Ct));

        var json = await planner.GetStringAsync(new Uri(
            $"/fr/planning/clashes?room={taken.Value}&capacityMin=1&capacityMax=5&days[0].date=2027-03-08&days[0].hours=09:00-10:00", UriKind.Relative), Ct);

        json.ShouldContain("AGR-PUB-27S");
        json.ShouldContain("Salle occup");
    }

    [Theory, BothDatabases]
    public async Task Move_copy_and_keep_seats(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        const string Address = "/fr/planning/sessions/PART-CIT-27S";
        var move = (await planner.PageAsync(Address)).Form("form[action$='/move']");

        using var moved = await planner.SubmitAsync(Address, move, ("firstDay", "2027-08-23"), ("acceptedBecause", ""));
        moved.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await app.ReadAsync(db => db.Sessions.Where(s => s.Code == "PART-CIT-27S").Select(s => s.FirstDay).SingleAsync(Ct))).ShouldBe(new DateOnly(2027, 8, 23));

        using var again = await planner.SubmitAsync(Address, move, ("firstDay", "2027-08-30"));
        (await again.PageAsync()).QuerySelector("[role=alert]").ShouldNotBeNull("another planner has moved it meanwhile");

        using var kept = await planner.SubmitAsync(
            Address, (await planner.PageAsync(Address)).Form("form.filters[action$='/reservations']"), ("kind", "Sector"), ("for", "SEC-PREV"), ("seats", "2"), ("releasedOn", "2027-07-01"));
        kept.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await app.ReadAsync(db => db.SeatReservations.CountAsync(k => k.SectorCode == "SEC-PREV" && db.Sessions.Any(s => s.Id == k.SessionId && s.Code == "PART-CIT-27S"), Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Hold_a_course_back_until_its_translation_is_confirmed(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        const string Address = "/nl/planning/courses/VIV-ENS";
        Task<HttpResponseMessage> PublishAsync(AngleSharp.Html.Dom.IHtmlFormElement form, params (string, string)[] filled) => planner.SubmitAsync(Address, form, [.. filled, ("button", "publish")]);

        using var held = await PublishAsync((await planner.PageAsync(Address)).Form("main form"), ("titleFr", "Vivre ensemble à Bruxelles"));
        var shown = await planner.PageAsync(Address);
        shown.QuerySelector("[role=alert]")!.TextContent.ShouldContain("in één taal gewijzigd");
        (await app.Anonymous().PageAsync("/fr/courses/VIV-ENS")).QuerySelector("h1")!.TextContent.ShouldNotBe("Vivre ensemble à Bruxelles");

        using var published = await PublishAsync((await planner.PageAsync(Address)).Form("main form"), ("confirmTranslation", "true"));
        (await app.Anonymous().PageAsync("/fr/courses/VIV-ENS")).QuerySelector("h1")!.TextContent.ShouldBe("Vivre ensemble à Bruxelles");
    }

    [Theory, BothDatabases]
    public async Task Let_a_person_wait_for_a_course_without_a_planned_session(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        await app.Services.DoAsync<CancelSession>(async use => await use.HandleAsync(
            new(await app.ReadAsync(db => db.Sessions.Where(s => s.Code == "INTERV-27S").Select(s => s.Id).SingleAsync(Ct)), "Trop peu de personnes"), Ct));
        var participant = await app.ClientForAsync("participant");
        const string Address = "/fr/courses/INTERV";

        using var asked = await participant.SubmitAsync(Address, (await participant.PageAsync(Address)).Form("form[action$='/interest']"));
        (await app.ReadAsync(db => db.InterestEntries.CountAsync(i => i.WithdrawnAt == null, Ct))).ShouldBe(1);
        using var takenBack = await participant.SubmitAsync(Address, (await participant.PageAsync(Address)).Form("form[action$='/interest']"));
        (await app.ReadAsync(db => db.InterestEntries.CountAsync(i => i.WithdrawnAt == null, Ct))).ShouldBe(0);
    }
}
