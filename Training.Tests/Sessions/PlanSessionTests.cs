using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.Sessions;

/// <summary>The plan of the school: what stands in each other's way, and what follows when it changes.</summary>
public class PlanSessionTests
{
    private static readonly TimeInterval Morning = new(new(9, 0), new(12, 0));
    private static readonly DateOnly Monday = new(2027, 3, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Makes_a_draft_with_its_registers_that_the_public_does_not_see(Engine engine)
    {
        await using var school = await PlannedSchool.OnAsync(engine);

        var code = await school.PlanAsync(Monday);

        var session = await school.ReadAsync(db => db.Sessions.AsNoTracking().Include(s => s.Transitions).SingleAsync(s => s.Code == code, Ct));
        (session.Status, session.FirstDay).ShouldBe((SessionStatus.Draft, Monday));
        session.Transitions.ShouldHaveSingleItem().To.ShouldBe(SessionStatus.Draft);
        (await school.ReadAsync(db => db.Registers.CountAsync(r => r.SessionId == session.Id, Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Refuses_a_room_and_a_trainer_that_are_taken_unless_a_reason_is_given(Engine engine)
    {
        await using var school = await PlannedSchool.OnAsync(engine);
        var first = await school.PlanAsync(Monday);

        var refused = await school.TryPlanAsync(Monday, null);
        var clashes = refused.Refusal.ShouldBeOfType<PlanClashes>().Clashes;
        clashes.Select(clash => (clash.Kind, clash.OtherCode)).ShouldBe([(ClashKind.Room, first), (ClashKind.Trainer, first)]);

        (await school.TryPlanAsync(Monday, "Deux groupes ensemble")).IsRefused.ShouldBeFalse();
        var kept = await school.ReadAsync(db => db.AcceptedClashes.AsNoTracking().ToListAsync(Ct));
        kept.Select(clash => clash.Kind).Order().ShouldBe([ClashKind.Room, ClashKind.Trainer]);
        kept.ShouldAllBe(clash => clash.Reason == "Deux groupes ensemble" && clash.RecordedBy == "tester");
    }

    [Theory, BothDatabases]
    public async Task Warns_of_a_holiday_an_absent_trainer_and_a_room_that_is_too_small(Engine engine)
    {
        await using var school = await PlannedSchool.OnAsync(engine);
        var easterMonday = new DateOnly(2027, 3, 29);
        await school.DoAsync((NoteTrainerAbsence use) => use.HandleAsync(new(school.Trainer, easterMonday, easterMonday.AddDays(2), null), Ct));

        var refused = await school.TryPlanAsync(easterMonday, null, seats: 30);

        refused.Refusal.ShouldBeOfType<PlanClashes>().Clashes.Select(clash => clash.Kind)
            .ShouldBe([ClashKind.TrainerAbsent, ClashKind.RoomTooSmall, ClashKind.NoWorkingDay], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task Finds_who_has_a_seat_in_two_sessions_at_one_time_when_one_moves(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Aline");
        var (one, two) = (await taught.SessionAsync("S-1", 180, Monday), await taught.SessionAsync("S-2", 180, Monday.AddDays(1)));
        await taught.EnrolAsync(one, employer, person);
        await taught.EnrolAsync(two, employer, person);

        var refused = await school.DoAsync((MoveSession use) => use.HandleAsync(new(two.Id, two.Version, Monday, null), Ct));

        refused.Refusal.ShouldBeOfType<PlanClashes>().Clashes.ShouldContain(clash => clash.Kind == ClashKind.Participant && clash.OtherCode == "S-1");
    }

    [Theory, BothDatabases]
    public async Task Copies_a_session_to_other_weeks_and_steps_aside_for_holidays_and_closing_days(Engine engine)
    {
        await using var school = await PlannedSchool.OnAsync(engine);
        await school.SaveAsync(new ClosingDay(new DateOnly(2027, 4, 6), "Pont"));
        var code = await school.PlanAsync(Monday, Monday.AddDays(1));
        var source = await school.ReadAsync(db => db.Sessions.SingleAsync(s => s.Code == code, Ct));

        // Easter Monday is 29 March 2027.
        var made = await school.DoAsync((CopySession use) => use.HandleAsync(new(source.Id, Monday.AddDays(28), Times: 2, WeeksBetween: 1, null), Ct));

        made.IsRefused.ShouldBeFalse();
        var days = new List<DateOnly>();
        foreach (var copy in made.Value!)
            days.AddRange(await school.ReadAsync(db => db.TeachingSlots.Where(slot => db.Sessions.Any(s => s.Id == slot.SessionId && s.Code == copy)).Select(slot => slot.Date).OrderBy(date => date).ToListAsync(Ct)));
        days.ShouldBe([new(2027, 3, 30), new(2027, 3, 31), new(2027, 4, 5), new(2027, 4, 7)]);
    }

    [Theory, BothDatabases]
    public async Task Makes_all_copies_or_none_when_one_of_them_clashes(Engine engine)
    {
        await using var school = await PlannedSchool.OnAsync(engine);
        var code = await school.PlanAsync(Monday);
        await school.PlanAsync(Monday.AddDays(14));
        var source = await school.ReadAsync(db => db.Sessions.SingleAsync(s => s.Code == code, Ct));

        var made = await school.DoAsync((CopySession use) => use.HandleAsync(new(source.Id, Monday.AddDays(7), Times: 2, WeeksBetween: 1, null), Ct));

        made.Refusal.ShouldBeOfType<PlanClashes>();
        (await school.ReadAsync(db => db.Sessions.CountAsync(Ct))).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Lets_one_of_two_planners_move_a_session_and_asks_the_other_to_look_again(Engine engine)
    {
        await using var school = await PlannedSchool.OnAsync(engine);
        var code = await school.PlanAsync(Monday);
        var session = await school.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync(s => s.Code == code, Ct));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(week =>
            school.DoAsync((MoveSession use) => use.HandleAsync(new(session.Id, session.Version, Monday.AddDays(7 * week), null), Ct))));

        outcomes.Count(outcome => !outcome.IsRefused).ShouldBe(1);
        outcomes.Where(outcome => outcome.IsRefused).ShouldAllBe(outcome => outcome.Refusal is ChangedMeanwhile);
        (await school.ReadAsync(db => db.TeachingSlots.CountAsync(slot => slot.SessionId == session.Id, Ct))).ShouldBe(1);
        (await school.ReadAsync(db => db.Registers.CountAsync(r => r.SessionId == session.Id, Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Gives_one_room_to_one_of_two_who_plan_it_at_the_same_instant(Engine engine)
    {
        await using var school = await PlannedSchool.OnAsync(engine);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => school.TryPlanAsync(Monday, null, code: $"S-{number}")));

        outcomes.Count(outcome => !outcome.IsRefused).ShouldBe(1);
        (await school.ReadAsync(db => db.Sessions.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Finds_every_clash_of_the_plan_in_one_question(Engine engine)
    {
        await using var school = await PlannedSchool.OnAsync(engine);
        var first = await school.PlanAsync(Monday);
        await school.TryPlanAsync(Monday, "Deux groupes ensemble", code: "Z-2");
        await school.PlanAsync(Monday.AddDays(1));

        var clashes = await school.DoAsync((PlanCheck check) => check.OfWholePlanAsync(TestClock.FirstDay, Ct));

        clashes.Select(clash => (clash.Kind, clash.First, clash.Second)).ShouldBe([(ClashKind.Room, first, "Z-2"), (ClashKind.Trainer, first, "Z-2")], ignoreOrder: true);
        clashes.ShouldAllBe(clash => clash.Hours == Morning && clash.Date == Monday);
    }

    [Theory, BothDatabases]
    public async Task Cancels_with_a_reason_tells_everybody_and_keeps_the_session(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Aline");
        var session = await taught.SessionAsync("S-1", 180, Monday);
        await taught.EnrolAsync(session, employer, person);

        (await school.DoAsync((CancelSession use) => use.HandleAsync(new(session.Id, " "), Ct))).Refusal.ShouldBe(new CancellationReasonMissing());
        (await school.DoAsync((CancelSession use) => use.HandleAsync(new(session.Id, "Formatrice malade"), Ct))).IsRefused.ShouldBeFalse();
        (await school.DoAsync((CancelSession use) => use.HandleAsync(new(session.Id, "Encore"), Ct))).Refusal.ShouldBe(new NotFromThisStatus("S-1", SessionStatus.Cancelled));

        var kept = await school.ReadAsync(db => db.Sessions.AsNoTracking().Include(s => s.Transitions).SingleAsync(Ct));
        kept.Status.ShouldBe(SessionStatus.Cancelled);
        kept.Transitions.ShouldHaveSingleItem().Reason.ShouldBe("Formatrice malade");
        (await school.ReadAsync(db => db.OutboxMessages.CountAsync(m => m.Kind == MessageKind.SessionCancelled && m.RecipientId == person.Id, Ct))).ShouldBe(1);
        await Should.ThrowAsync<Exception>(() => school.ReadAsync(db => db.SessionTransitions.ExecuteDeleteAsync(Ct)));
        await Should.ThrowAsync<Exception>(() => school.ReadAsync(db => db.SessionTransitions.ExecuteUpdateAsync(set => set.SetProperty(t => t.Reason, "x"), Ct)));
    }

    [Theory, BothDatabases]
    public async Task Tells_those_who_have_a_seat_that_the_session_moves_and_keeps_the_hours_promised(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Aline");
        var session = await taught.SessionAsync("S-1", 180, Monday);
        await taught.EnrolAsync(session, employer, person);

        var shorter = SessionPlan.Of(session) with { Slots = [new(Monday, new(new(9, 0), new(10, 0)))] };
        var refused = await school.DoAsync((PlanSession use) => use.HandleAsync(new(session.Id, session.Version, default, null, shorter, null), Ct));
        refused.Refusal.ShouldBe(new HoursArePromised("S-1", 180));

        (await school.DoAsync((MoveSession use) => use.HandleAsync(new(session.Id, session.Version, Monday.AddDays(7), null), Ct))).IsRefused.ShouldBeFalse();
        (await school.ReadAsync(db => db.OutboxMessages.CountAsync(m => m.Kind == MessageKind.SessionMoved && m.RecipientId == person.Id, Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Goes_from_draft_to_running_step_by_step(Engine engine)
    {
        await using var school = await PlannedSchool.OnAsync(engine);
        var code = await school.PlanAsync(Monday);
        var id = await school.ReadAsync(db => db.Sessions.Where(s => s.Code == code).Select(s => s.Id).SingleAsync(Ct));
        Task<Outcome<Done>> To(SessionStatus status) => school.DoAsync((AdvanceSession use) => use.HandleAsync(new(id, status), Ct));

        (await To(SessionStatus.Confirmed)).Refusal.ShouldBe(new NotFromThisStatus(code, SessionStatus.Draft));
        (await To(SessionStatus.Open)).IsRefused.ShouldBeFalse();
        (await To(SessionStatus.Confirmed)).IsRefused.ShouldBeFalse();
        school.Clock.SetOfficeTime(Monday, new TimeOnly(7, 0));
        (await school.DoAsync((BeginSessions use) => use.HandleAsync(Ct))).ShouldBe(1);
        (await school.DoAsync((BeginSessions use) => use.HandleAsync(Ct))).ShouldBe(0);

        (await school.ReadAsync(db => db.SessionTransitions.Where(t => t.SessionId == id).OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).Select(t => t.To).ToListAsync(Ct)))
            .ShouldBe([SessionStatus.Draft, SessionStatus.Open, SessionStatus.Confirmed, SessionStatus.Running]);
    }

    [Theory, BothDatabases]
    public async Task Warns_once_of_a_session_that_lacks_people_twenty_working_days_before(Engine engine)
    {
        await using var school = await PlannedSchool.OnAsync(engine);
        var code = await school.PlanAsync(Monday);
        var id = await school.ReadAsync(db => db.Sessions.Where(s => s.Code == code).Select(s => s.Id).SingleAsync(Ct));
        await school.DoAsync((AdvanceSession use) => use.HandleAsync(new(id, SessionStatus.Open), Ct));

        school.Clock.SetOfficeTime(new DateOnly(2027, 1, 29), new TimeOnly(6, 0));
        (await school.DoAsync((WatchMinimumCapacity use) => use.HandleAsync(Ct))).ShouldBeEmpty();
        school.Clock.SetOfficeTime(new DateOnly(2027, 2, 1), new TimeOnly(6, 0));
        var warning = (await school.DoAsync((WatchMinimumCapacity use) => use.HandleAsync(Ct))).ShouldHaveSingleItem();
        (warning.SeatsTaken, warning.CapacityMin, warning.DecideBy).ShouldBe((0, 6, new DateOnly(2027, 2, 8)));
        (await school.DoAsync((WatchMinimumCapacity use) => use.HandleAsync(Ct))).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Says_when_one_employer_takes_more_than_half_of_the_seats(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (one, two) = (await taught.OrganisationAsync("ORG-1", "Association"), await taught.OrganisationAsync("ORG-2", "Commune"));
        var session = await taught.SessionAsync("S-1", 180, Monday);
        await taught.EnrolAsync(session, one, await taught.PersonAsync(one, "Aline"));
        await taught.EnrolAsync(session, two, await taught.PersonAsync(two, "Bram", language: CorrespondenceLanguage.Nl));

        var even = await school.ReadAsync(db => SessionMix.FindAsync(db, session.Id, Monday, Ct));
        (even.Employers, even.French, even.Dutch, even.OneEmployerDominates).ShouldBe((2, 1, 1, false));
        await taught.EnrolAsync(session, one, await taught.PersonAsync(one, "Carine"));
        (await school.ReadAsync(db => SessionMix.FindAsync(db, session.Id, Monday, Ct))).OneEmployerDominates.ShouldBeTrue();
    }

    /// <summary>A school with a course, a room of twenty seats and a trainer.</summary>
    private sealed class PlannedSchool(TestSchool school, CourseId course, RoomId room, PersonId trainer) : IAsyncDisposable
    {
        public PersonId Trainer => trainer;

        public Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock => school.Clock;

        public static async Task<PlannedSchool> OnAsync(Engine engine)
        {
            var school = await TestSchool.OnAsync(engine);
            var course = new Course("REUN", CourseKind.Course);
            course.Publish(course.Revise(new CourseTerms(
                new LocalizedText("Animer une réunion", "Een vergadering leiden"), LocalizedText.Empty, ["participation"], 180, AttendancePolicyKind.None, null, 0, "COCOF")));
            var room = new Room("Salle 1");
            room.Restate("Salle 1", null, 20, ["projector"]);
            await school.SaveAsync(course, room);
            var trainer = await school.DoAsync((AddTrainer use) => use.HandleAsync(new("Nadia", "Verlinden", "nadia@example.org", CorrespondenceLanguage.Nl), Ct));
            return new PlannedSchool(school, course.Id, room.Id, trainer.Value);
        }

        public async Task<string> PlanAsync(params DateOnly[] days)
        {
            var outcome = await school.DoAsync((PlanSession use) => use.HandleAsync(new(null, 0, course, null, Plan(12, days), null), Ct));
            outcome.IsRefused.ShouldBeFalse(outcome.Refusal?.ToString());
            return outcome.Value!;
        }

        public Task<Outcome<string>> TryPlanAsync(DateOnly day, string? acceptedBecause, int seats = 12, string? code = null) =>
            school.DoAsync((PlanSession use) => use.HandleAsync(new(null, 0, course, code, Plan(seats, day), acceptedBecause), Ct));

        public Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> work) where TService : notnull => school.DoAsync(work);

        public Task<TResult> ReadAsync<TResult>(Func<Training.Domain.Persistence.TrainingDbContext, Task<TResult>> read) => school.ReadAsync(read);

        public Task SaveAsync(params object[] entities) => school.SaveAsync(entities);

        public ValueTask DisposeAsync() => school.DisposeAsync();

        private SessionPlan Plan(int seats, params DateOnly[] days) =>
            new(TeachingLanguage.Fr, room, 6, seats, [trainer], [.. days.Select(day => new PlannedSlot(day, Morning))]);
    }
}
