using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Devices;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Attendance;

/// <summary>What several people say of one half-day, from pages and devices.</summary>
public class MarkAttendanceTests
{
    private static readonly DateOnly Day = new(2027, 3, 8);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Leaves_290_of_360_minutes_to_who_comes_late_and_leaves_early(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1);

        await day.MarkAsync(day.Registers[0], (day.People[0], new Presence(false, Arrived: new(9, 20))));
        await day.MarkAsync(day.Registers[1], (day.People[0], new Presence(false, Left: new(15, 40))));

        (await day.MinutesAsync(day.People[0])).ShouldBe(new AttendedMinutes(360, 290, 0, 0, 70));
    }

    [Theory, BothDatabases]
    public async Task Says_back_what_was_said_of_whoever_went_out_and_came_back(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1);

        var answers = await day.MarkAsync(day.Registers[0], (day.People[0], new Presence(false, new(9, 20), new(11, 50), [new(new(10, 10), new(11, 0))])));

        var now = answers.ShouldHaveSingleItem().Now;
        (now.Arrived, now.Left).ShouldBe((new TimeOnly(9, 20), new TimeOnly(11, 50)));
        now.Away.ShouldBe([new TimeInterval(new(10, 10), new(11, 0))]);
        (await day.MinutesAsync(day.People[0])).Attended.ShouldBe(165 - 20 - 20 - 15 - 10);
        new[] { "09:00-09:20", "10:10-10:30", "10:45-11:00", "11:50-12:00" }.Select(gap => now.KindOf(TimeInterval.Parse(gap)))
            .ShouldBe([GapKind.LateArrival, GapKind.TimeAway, GapKind.TimeAway, GapKind.EarlyDeparture]);
    }

    [Theory, BothDatabases]
    public async Task Merges_two_devices_person_by_person_and_slot_by_slot(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 3);
        var (one, two, three) = (day.People[0], day.People[1], day.People[2]);
        var known = (await day.MarkAsync(day.Registers[0], (one, Presence.Throughout), (two, Presence.Throughout))).ToDictionary(a => a.Enrolment, a => a.Known);

        // The first device says that one came late, the second that one left early and that three was there: they touch different slots.
        await day.MarkAsync(day.Registers[0], Sent(one, new Presence(false, Arrived: new(9, 20)), known[one]));
        var answers = await day.MarkAsync(day.Registers[0],
            Sent(one, new Presence(false, Left: new(11, 30)), known[one]), Sent(three, Presence.Throughout, KnownMarks.Nothing));

        answers.Select(a => a.Said).ShouldBe([MarkAnswer.Recorded, MarkAnswer.Recorded]);
        (answers[0].Now.Arrived, answers[0].Now.Left).ShouldBe((new TimeOnly(9, 20), new TimeOnly(11, 30)));
        (await day.MinutesAsync(one)).Missed.ShouldBe(50);
    }

    [Theory, BothDatabases]
    public async Task Gives_a_true_difference_back_and_writes_nothing_of_it_until_somebody_decides(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1);
        var person = day.People[0];
        await day.MarkAsync(day.Registers[0], Sent(person, Presence.None, KnownMarks.Nothing));

        var late = Sent(person, new Presence(false, Arrived: new(9, 30)), KnownMarks.Nothing);
        var answer = (await day.MarkAsync(day.Registers[0], late)).ShouldHaveSingleItem();

        answer.Said.ShouldBe(MarkAnswer.Differs);
        answer.Now.Absent.ShouldBeTrue();
        answer.By.ShouldBe("tester");
        (await day.MinutesAsync(person)).Attended.ShouldBe(0);
        (await school.ReadAsync(db => db.SentMarks.Where(s => s.Answer == MarkAnswer.Differs).Select(s => s.Said).SingleAsync(Ct))).ShouldContain("09:30");

        // Its answer was lost on the way and it is sent again: it still differs. Decided on, it is recorded.
        (await day.MarkAsync(day.Registers[0], late)).Single().Said.ShouldBe(MarkAnswer.Differs);
        (await day.MarkAsync(day.Registers[0], Sent(person, late.Presence, answer.Known))).Single().Said.ShouldBe(MarkAnswer.Recorded);
        (await day.MinutesAsync(person)).Attended.ShouldBe(135);
    }

    [Theory, BothDatabases]
    public async Task Writes_once_what_a_device_sends_again(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1);
        var sent = Sent(day.People[0], Presence.None, KnownMarks.Nothing);

        var answers = new[] { await day.MarkAsync(day.Registers[0], sent), await day.MarkAsync(day.Registers[0], sent, sent) };

        answers.Select(answer => answer[0].Said).ShouldBe([MarkAnswer.Recorded, MarkAnswer.SaidAlready]);
        (await school.ReadAsync(db => db.AttendanceMarks.CountAsync(Ct))).ShouldBe(2);
        (await school.ReadAsync(db => db.SentMarks.SingleAsync(Ct))).DeviceTime.ShouldBe(sent.SeenAt!.Value);
        (await school.ReadAsync(db => db.AttendanceMarks.Select(m => m.SeenAt).Distinct().SingleAsync(Ct))).ShouldBe(sent.SeenAt);
    }

    [Theory, BothDatabases]
    public async Task Leaves_no_row_twice_when_two_hundred_marks_come_at_once_from_many_devices(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 20);
        day.GoTo(day.Registers[0]);

        // Ten devices of twenty marks each, every request twice, and no two devices of one mind about everybody.
        var requests = Enumerable.Range(0, 10).Select(device => day.People
            .Select((person, index) => Sent(person, (index + device) % 7 == 0 ? Presence.None : Presence.Throughout, KnownMarks.Nothing)).ToList()).ToList();
        await Parallel.ForEachAsync(requests.Concat(requests), new ParallelOptions { MaxDegreeOfParallelism = 20, CancellationToken = Ct }, async (seen, token) =>
            (await school.DoAsync((MarkAttendance use) => use.HandleAsync(new(day.Registers[0].Id, seen, Reader.WholeSchool), token))).IsRefused.ShouldBeFalse());

        var marks = await school.ReadAsync(db => db.AttendanceMarks.AsNoTracking().ToListAsync(Ct));
        marks.Where(mark => mark.SupersededAt is null).GroupBy(mark => (mark.EnrolmentId, mark.SlotId)).Count().ShouldBe(40);
        marks.Count.ShouldBe(40);
        (await school.ReadAsync(db => db.SentMarks.CountAsync(Ct))).ShouldBe(200);
    }

    [Theory, BothDatabases]
    public async Task Counts_for_nothing_at_the_door_until_the_secretariat_links_it(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 2);
        day.GoTo(day.Registers[0]);
        var key = Guid.CreateVersion7();
        foreach (var _ in Enumerable.Range(0, 2))
            await school.DoAsync((NoteUnlistedPerson use) => use.HandleAsync(new(day.Registers[0].Id, key, " Zoë D. ", school.Clock.GetUtcNow(), Reader.WholeSchool), Ct));

        (await school.ReadAsync(db => db.UnlistedPersons.SingleAsync(Ct))).Name.ShouldBe("Zoë D.");
        (await day.MinutesAsync(day.People[1])).Scheduled.ShouldBe(0);

        var settled = await school.DoAsync((SettleUnlistedPerson use) => use.HandleAsync(new(new(key), day.People[1], null), Ct));
        settled.IsRefused.ShouldBeFalse();
        (await day.MinutesAsync(day.People[1])).Attended.ShouldBe(165);
        (await school.DoAsync((SettleUnlistedPerson use) => use.HandleAsync(new(new(key), day.People[0], null), Ct))).Refusal.ShouldBeOfType<UnlistedPersonSettled>();
    }

    [Theory, BothDatabases]
    public async Task Refuses_a_national_number_in_place_of_a_name(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1);

        var noted = await school.DoAsync((NoteUnlistedPerson use) =>
            use.HandleAsync(new(day.Registers[0].Id, Guid.CreateVersion7(), "Zoë 85.07.30-033 28", school.Clock.GetUtcNow(), Reader.WholeSchool), Ct));

        noted.Refusal.ShouldBeOfType<NationalNumberInText>();
    }

    [Theory, BothDatabases]
    public async Task Is_a_substitutes_from_the_moment_that_the_trainer_hands_it_over(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (day, other) = (await new TaughtDay(school, Ct).PlannedAsync([Day], people: 1), await new TaughtDay(school, Ct).PlannedAsync([Day.AddDays(1)], people: 0, code: "OTHER"));
        var (trainer, substitute) = (await TrainerOfAsync(school, day), await TrainerOfAsync(school, other));
        day.GoTo(day.Registers[0]);
        Task<Outcome<IReadOnlyList<MarkAttendance.Answer>>> MarkAs(Reader reader) => school.DoAsync((MarkAttendance use) =>
            use.HandleAsync(new(day.Registers[0].Id, [new(day.People[0], Presence.Throughout)], reader), Ct));

        await Should.ThrowAsync<NotFoundException>(() => MarkAs(new() { AsTrainer = substitute }));
        var handed = await school.DoAsync((SubstituteTrainer use) => use.HandleAsync(new(day.Registers[0].Id, substitute, new() { AsTrainer = trainer }), Ct));

        handed.IsRefused.ShouldBeFalse();
        (await MarkAs(new() { AsTrainer = substitute })).IsRefused.ShouldBeFalse();
        (await MarkAs(new() { AsTrainer = trainer })).IsRefused.ShouldBeFalse();
        (await day.MinutesAsync(day.People[0])).Attended.ShouldBe(165);
    }

    [Theory]
    [InlineData(Engine.Sqlite, "2026-03-29")]
    [InlineData(Engine.PostgreSql, "2026-03-29")]
    [InlineData(Engine.Sqlite, "2026-10-25")]
    [InlineData(Engine.PostgreSql, "2026-10-25")]
    public async Task Keeps_the_hours_of_the_wall_on_the_days_when_the_clock_changes(Engine engine, string date)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var changing = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var day = await new TaughtDay(school, Ct).PlannedAsync([changing], people: 1, slots: ["01:00-04:00", "13:00-16:00"]);
        school.Clock.SetOfficeTime(changing, new TimeOnly(0, 59));

        var early = await school.DoAsync((MarkAttendance use) => use.HandleAsync(new(day.Registers[0].Id, [new(day.People[0], Presence.Throughout)], Reader.WholeSchool), Ct));
        await day.MarkAsync(day.Registers[0], (day.People[0], new Presence(false, Arrived: new(3, 30))));

        early.Refusal.ShouldBeOfType<HalfDayNotBegun>();
        (await day.MinutesAsync(day.People[0])).ShouldBe(new AttendedMinutes(180, 30, 0, 0, 150));
    }

    private static async Task<PersonId> TrainerOfAsync(TestSchool school, TaughtDay day)
    {
        var person = new Person(new PersonFacts("Nadia", day.Session.Code, $"{day.Session.Code}@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        await school.SaveAsync(person, new SessionTrainer(day.Session.Id, person.Id));
        return person.Id;
    }

    private static MarkAttendance.Seen Sent(EnrolmentId person, Presence presence, KnownMarks known) =>
        new(person, presence) { Known = known, Key = Guid.CreateVersion7(), SeenAt = new DateTimeOffset(2027, 3, 8, 8, 1, 2, TimeSpan.Zero) };
}
