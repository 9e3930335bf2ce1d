using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Shouldly;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Training.Web.Messages;
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
        var (session, person, enrolment) = await SeatedAsync(app, "2027-01-18", "2027-01-19", "2027-01-20");

        var confirmed = await CalendarReading.ReadAsync(await LetterAsync(app, person, MessageKind.SeatConfirmed));
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
        var moved = await CalendarReading.ReadAsync(await LetterAsync(app, person, MessageKind.SessionMoved));
        moved.Select(calendar => (calendar.Method, calendar.Events[0].Uid)).ShouldBe([("REQUEST", events[0].Uid), ("REQUEST", events[1].Uid), ("CANCEL", events[2].Uid)]);
        moved.Select(calendar => calendar.Events[0].Utc).Take(2).ShouldBe(["2027-04-12T07:00:00Z", "2027-04-13T07:00:00Z"]);
        moved.ShouldAllBe(calendar => calendar.Events[0].Sequence > events[0].Sequence);

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        (await app.DoAsync((WithdrawEnrolment use) => use.HandleAsync(new(enrolment, null, Reader.WholeSchool), Ct))).IsRefused.ShouldBeFalse();
        var withdrawn = await CalendarReading.ReadAsync(await LetterAsync(app, person, MessageKind.WithdrawnInTime));
        withdrawn.Select(calendar => (calendar.Method, calendar.Events[0].Uid, calendar.Events[0].Status)).ShouldBe([("CANCEL", events[0].Uid, "CANCELLED"), ("CANCEL", events[1].Uid, "CANCELLED")]);
        withdrawn.ShouldAllBe(calendar => calendar.Events[0].Sequence > moved[0].Events[0].Sequence);
    }

    [Theory, BothDatabases]
    public async Task Are_not_in_an_acknowledgement_and_take_back_nothing_that_nobody_was_invited_to(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var (_, person, enrolment) = await SeatedAsync(app, approve: false, "2027-01-18");

        (await LetterAsync(app, person, MessageKind.RequestReceived)).Attachments.ShouldBeEmpty();
        (await app.DoAsync((WithdrawEnrolment use) => use.HandleAsync(new(enrolment, null, Reader.WholeSchool), Ct))).IsRefused.ShouldBeFalse();
        (await LetterAsync(app, person, MessageKind.WithdrawnInTime)).Attachments.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Call_off_a_cancelled_session(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var (session, person, _) = await SeatedAsync(app, "2027-01-18");

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        (await app.DoAsync((CancelSession use) => use.HandleAsync(new(session.Id, "Salle inondée"), Ct))).IsRefused.ShouldBeFalse();

        (await CalendarReading.ReadAsync(await LetterAsync(app, person, MessageKind.SessionCancelled))).ShouldHaveSingleItem().Method.ShouldBe("CANCEL");
    }

    [Theory, BothDatabases]
    public async Task Stand_in_a_personal_feed_at_a_secret_address_until_it_is_renewed_or_revoked(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var (_, person, _) = await SeatedAsync(app, "2027-01-18", "2027-01-19");
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

    private static async Task<MimeMessage> LetterAsync(TrainingApp app, Person person, MessageKind kind)
    {
        var message = await app.ReadAsync(db => db.OutboxMessages.AsNoTracking().Where(m => m.RecipientId == person.Id && m.Kind == kind).SingleAsync(Ct));
        using var posted = new MemoryStream();
        await app.Services.GetRequiredService<MessageWriter>().Write(message, person).WriteToAsync(posted, Ct);
        posted.Position = 0;
        return await MimeMessage.LoadAsync(posted, Ct);
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

    private static Task<(Session Session, Person Person, EnrolmentId Enrolment)> SeatedAsync(TrainingApp app, params string[] days) => SeatedAsync(app, approve: true, days);

    private static async Task<(Session Session, Person Person, EnrolmentId Enrolment)> SeatedAsync(TrainingApp app, bool approve, params string[] days)
    {
        var (room, course) = (new Room("Salle 1"), new Course("C-1", CourseKind.Course));
        course.Publish(course.Revise(new CourseTerms(
            new LocalizedText("Cours", "Opleiding"), new LocalizedText("…", "…"), ["prevention"], 360, AttendancePolicyKind.GsobThreshold, 0.75m, 200, "COCOF")));
        var employer = new Organisation("ORG-1", new OrganisationFacts(OrganisationType.Association, new LocalizedText("A", "A"), null, null, LanguageRegime.Bilingual, "SEC-COH", null));
        var person = new Person(new PersonFacts("Anna", "Test", "anna@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        await app.SaveAsync(room, course, employer, person, new Employment(person.Id, employer.Id, new EmploymentTerms("FUN-SW", 1, FundingStatus.NotGeco, StaffCategory.Private, 4, null, new(2020, 1, 1))));
        var session = new Session("S-1", course.PublishedVersionId!.Value, TeachingLanguage.Fr, room.Id, 1, 12);
        foreach (var day in days.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", null)))
        {
            session.Plan(day, new TimeInterval(new(9, 0), new(12, 0)));
            session.Plan(day, new TimeInterval(new(13, 0), new(16, 0)));
        }

        await app.SaveAsync(session);
        var answers = await app.DoAsync((EnrolColleagues use) => use.HandleAsync(
            new(session.Id, employer.Id, [new EnrolColleagues.Wish(person.Id)], approve ? new Decider(null) : null), Ct));
        return (session, person, answers.Single().Outcome.Value);
    }
}
