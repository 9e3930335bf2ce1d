using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Messages;

/// <summary>What letters do to the calendars of those who read them, as another library reads it.</summary>
public class CalendarInvitationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Invite_to_each_day_move_with_the_session_and_call_off_what_is_gone(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var (session, person, enrolment) = await SeatedSession.AddAsync(app, ["2027-01-18", "2027-01-19", "2027-01-20"]);

        var confirmed = await CalendarReading.ReadAsync(await SeatedSession.LetterAsync(app, person, MessageKind.SeatConfirmed));
        confirmed.Count.ShouldBe(3);
        confirmed.ShouldAllBe(calendar => calendar.Method == "REQUEST" && calendar.Zones.Single() == "Europe/Brussels");
        var events = confirmed.Select(calendar => calendar.Events.ShouldHaveSingleItem()).ToList();
        events.ConvertAll(e => (e.Start, e.End, e.Utc)).ShouldBe(
        [
            ("2027-01-18T09:00:00", "2027-01-18T16:00:00", "2027-01-18T08:00:00Z"), ("2027-01-19T09:00:00", "2027-01-19T16:00:00", "2027-01-19T08:00:00Z"),
            ("2027-01-20T09:00:00", "2027-01-20T16:00:00", "2027-01-20T08:00:00Z"),
        ]);
        events.ConvertAll(e => e.Uid).Distinct().Count().ShouldBe(3);
        events.ShouldAllBe(e => e.Status == "CONFIRMED" && e.Zone == "Europe/Brussels" && e.Summary == "Cours" && e.Attendees.Single() == "mailto:anna@example.org");
        events.ShouldAllBe(e => e.Organizer == "mailto:secretariat@school.example" && e.Location.StartsWith("Salle 1"));

        // Another first day in summer time, and a day less.
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await MoveAsync(app, session.Id, plan => plan with { Slots = [.. plan.Slots.Take(4).Select(slot => slot with { Date = slot.Date.AddDays(84) })] });
        var moved = await CalendarReading.ReadAsync(await SeatedSession.LetterAsync(app, person, MessageKind.SessionMoved));
        moved.Select(calendar => (calendar.Method, calendar.Events[0].Uid)).ShouldBe([("REQUEST", events[0].Uid), ("REQUEST", events[1].Uid), ("CANCEL", events[2].Uid)]);
        moved.Select(calendar => calendar.Events[0].Utc).Take(2).ShouldBe(["2027-04-12T07:00:00Z", "2027-04-13T07:00:00Z"]);
        moved.ShouldAllBe(calendar => calendar.Events[0].Sequence > events[0].Sequence);

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        (await app.DoAsync((WithdrawEnrolment use) => use.HandleAsync(new(enrolment, null, Reader.WholeSchool), Ct))).IsRefused.ShouldBeFalse();
        var withdrawn = await CalendarReading.ReadAsync(await SeatedSession.LetterAsync(app, person, MessageKind.WithdrawnInTime));
        withdrawn.Select(calendar => (calendar.Method, calendar.Events[0].Uid, calendar.Events[0].Status)).ShouldBe([("CANCEL", events[0].Uid, "CANCELLED"), ("CANCEL", events[1].Uid, "CANCELLED")]);
        withdrawn.ShouldAllBe(calendar => calendar.Events[0].Sequence > moved[0].Events[0].Sequence);
    }

    [Theory, BothDatabases]
    public async Task Are_not_in_an_acknowledgement_and_take_back_nothing_that_nobody_was_invited_to(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var (_, person, enrolment) = await SeatedSession.AddAsync(app, ["2027-01-18"], approve: false);

        (await SeatedSession.LetterAsync(app, person, MessageKind.RequestReceived)).Attachments.ShouldBeEmpty();
        (await app.DoAsync((WithdrawEnrolment use) => use.HandleAsync(new(enrolment, null, Reader.WholeSchool), Ct))).IsRefused.ShouldBeFalse();
        (await SeatedSession.LetterAsync(app, person, MessageKind.WithdrawnInTime)).Attachments.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Call_off_a_cancelled_session(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var (session, person, _) = await SeatedSession.AddAsync(app, ["2027-01-18"]);

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        (await app.DoAsync((CancelSession use) => use.HandleAsync(new(session.Id, "Salle inondée"), Ct))).IsRefused.ShouldBeFalse();

        (await CalendarReading.ReadAsync(await SeatedSession.LetterAsync(app, person, MessageKind.SessionCancelled))).ShouldHaveSingleItem().Method.ShouldBe("CANCEL");
    }

    [Theory, BothDatabases]
    public async Task Stand_in_a_personal_feed_at_a_secret_address_until_it_is_renewed_or_revoked(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var (_, person, _) = await SeatedSession.AddAsync(app, ["2027-01-18", "2027-01-19"]);
        var first = (await app.DoAsync((RenewCalendarFeed use) => use.HandleAsync(new(person.Id), Ct))).ShouldNotBeNull();
        var anybody = app.Anonymous();

        using var answer = await anybody.GetAsync(new Uri($"/calendar/{first}.ics", UriKind.Relative), Ct);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var feed = (await CalendarReading.ReadAsync(await answer.Content.ReadAsStringAsync(Ct))).ShouldHaveSingleItem();
        feed.Method.ShouldBe("PUBLISH");
        feed.Events.Select(e => e.Utc).ShouldBe(["2027-01-18T08:00:00Z", "2027-01-19T08:00:00Z"]);

        var second = (await app.DoAsync((RenewCalendarFeed use) => use.HandleAsync(new(person.Id), Ct))).ShouldNotBeNull();
        (await StatusAsync(anybody, first), await StatusAsync(anybody, second)).ShouldBe((404, 200));
        await app.DoAsync((RenewCalendarFeed use) => use.HandleAsync(new(person.Id, Revoke: true), Ct));
        (await StatusAsync(anybody, second)).ShouldBe(404);
    }

    [Theory, BothDatabases]
    public async Task Are_offered_on_a_page_that_shows_the_address_once(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var participant = await app.ClientForAsync("participant");

        using var made = await participant.SubmitAsync("/nl/calendar", (await participant.PageAsync("/nl/calendar")).Form("main form"));
        var address = (await participant.PageAsync("/nl/calendar")).QuerySelector("#address")!.GetAttribute("value")!;
        var secret = new Uri(address).Segments[^1].Replace(".ics", "", StringComparison.Ordinal);
        (await StatusAsync(app.Anonymous(), secret)).ShouldBe(200);

        var page = await participant.PageAsync("/nl/calendar");
        page.QuerySelector("#address").ShouldBeNull();
        using var revoked = await participant.SubmitAsync("/nl/calendar", page.Form("main form[action$='/revoke']"));
        (await StatusAsync(app.Anonymous(), secret)).ShouldBe(404);
    }

    private static async Task<int> StatusAsync(HttpClient client, string secret)
    {
        using var answer = await client.GetAsync(new Uri($"/calendar/{secret}.ics", UriKind.Relative), Ct);
        return (int)answer.StatusCode;
    }

    private static async Task MoveAsync(TrainingApp app, SessionId id, Func<SessionPlan, SessionPlan> change)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, planner) = (scope.ServiceProvider.GetRequiredService<Training.Domain.Persistence.TrainingDbContext>(), scope.ServiceProvider.GetRequiredService<SessionPlanner>());
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var session = await db.Sessions.Include(s => s.Slots).Include(s => s.Trainers).AsSplitQuery().SingleAsync(s => s.Id == id, Ct);
        var plan = change(SessionPlan.Of(session));
        (await planner.ApplyAsync(session, plan, "test", Ct)).Refusal.ShouldBeNull();
        await db.SaveChangesAsync(Ct);
        await transaction.CommitAsync(Ct);
    }
}
