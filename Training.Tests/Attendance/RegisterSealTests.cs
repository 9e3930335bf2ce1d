using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Seals;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Attendance;

public class RegisterSealTests
{
    private static readonly DateOnly Day = new(2027, 3, 8);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Holds_what_was_sealed_through_corrections_and_later_decisions(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await SealedAsync(school);
        var person = day.People[1];
        (await day.StatusAsync(person)).ShouldBe(EnrolmentStatus.NoShow);

        // The trainer mixed two people up: the second was there in the afternoon.
        await CorrectAsync(school, day, person, Presence.Throughout, "Confusion de personnes");
        await school.DoAsync((RuleAbsence use) => use.HandleAsync(new(person, Day, null, AbsenceKind.Justified, JustificationCategory.Sickness, null), Ct));

        var verdict = await VerifyAsync(school);
        verdict.Differences.ShouldBeEmpty();
        verdict.Links.ShouldBe(4);
        (await day.MinutesAsync(person)).ShouldBe(new AttendedMinutes(360, 195, 165, 0, 0));
        (await day.StatusAsync(person)).ShouldBe(EnrolmentStatus.Completed);
        (await day.OwedAsync(person)).ShouldBe(0);
        (await school.ReadAsync(db => db.AttendanceMarks.CountAsync(m => m.EnrolmentId == person && m.SupersededAt != null, Ct))).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Refuses_a_correction_without_a_reason_or_a_difference(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await SealedAsync(school);

        (await TryCorrectAsync(school, day, Presence.None, " ")).ShouldBeOfType<ReasonMissing>();
        (await TryCorrectAsync(school, day, Presence.Throughout, "Rien")).ShouldBeOfType<NothingToCorrect>();
        (await VerifyAsync(school)).Links.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Names_a_mark_that_somebody_changed_by_hand(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await SealedAsync(school);

        await ByHandAsync(school, "attendance_marks", "update attendance_marks set gaps = '', attended_minutes = 90 where gaps = '09:00-10:30'");

        var found = (await VerifyAsync(school)).Differences.ShouldHaveSingleItem();
        (found.Session, found.Date, found.Part, found.Fault).ShouldBe((day.Session.Code, Day, DayPart.Morning, SealFault.MarkAltered));
        found.What.ShouldContain("Personne2 Test");
        found.What.ShouldContain("09:00-10:30");
        found.What.ShouldContain("90 min");
    }

    [Theory, BothDatabases]
    public async Task Names_a_mark_that_somebody_took_away_or_slipped_in(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await SealedAsync(school);

        await ByHandAsync(school, "attendance_marks", "update attendance_marks set superseded_at = recorded_at where gaps = '09:00-10:30'");
        (await VerifyAsync(school)).Differences.Select(d => d.Fault).ShouldBe([SealFault.MarkMissing]);
    }

    [Theory, BothDatabases]
    public async Task Names_a_seal_whose_facts_were_rewritten_to_fit(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await SealedAsync(school);

        await ByHandAsync(school, "register_seals", "update register_seals set facts = replace(facts, '|0|09:00-10:30', '|90|') where sequence = 1");
        await ByHandAsync(school, "attendance_marks", "update attendance_marks set gaps = '', attended_minutes = 90 where gaps = '09:00-10:30'");

        (await VerifyAsync(school)).Differences.Select(d => d.Fault).ShouldBe([SealFault.ChainBroken]);
    }

    [Theory, BothDatabases]
    public async Task Names_a_decision_that_was_turned_round_and_a_register_that_was_opened_again(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await SealedAsync(school);
        await school.DoAsync((RuleAbsence use) => use.HandleAsync(new(day.People[1], Day, null, AbsenceKind.Unjustified, null, null), Ct));

        await ByHandAsync(school, "absence_rulings", "update absence_rulings set kind = 'Justified', category = 'Sickness'");
        await ByHandAsync(school, "registers", "update registers set status = 'Open' where part = 'pm'");

        (await VerifyAsync(school)).Differences.Select(d => d.Fault).Distinct().Order().ShouldBe([SealFault.SealAltered, SealFault.RulingAltered]);
    }

    [Theory, BothDatabases]
    public async Task Is_never_changed_or_deleted_by_the_product(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await SealedAsync(school);

        foreach (var sql in new[] { "update register_seals set seal = 'x'", "delete from register_seals" })
            await Should.ThrowAsync<System.Data.Common.DbException>(() => school.Services.DoAsync<TrainingDbContext>(db => db.Database.ExecuteSqlRawAsync(sql, Ct)));
    }

    // The first person is there all day, the second is not there at all.
    private static async Task<TaughtDay> SealedAsync(TestSchool school)
    {
        var day = await new TaughtDay(school, Ct).PlannedAsync([Day], people: 2);
        foreach (var register in day.Registers)
            await day.MarkAsync(register, (day.People[0], Presence.Throughout), (day.People[1], Presence.None));
        await day.CloseAsync(day.Registers);
        await day.SealAsync();
        return day;
    }

    private static async Task CorrectAsync(TestSchool school, TaughtDay day, EnrolmentId person, Presence presence, string reason) =>
        (await school.DoAsync((CorrectMarks use) => use.HandleAsync(new(day.Registers[1].Id, person, presence, reason), Ct))).IsRefused.ShouldBeFalse();

    private static async Task<Refusal?> TryCorrectAsync(TestSchool school, TaughtDay day, Presence presence, string reason) =>
        (await school.DoAsync((CorrectMarks use) => use.HandleAsync(new(day.Registers[1].Id, day.People[0], presence, reason), Ct))).Refusal;

    private static Task<VerifyRegisters.Verdict> VerifyAsync(TestSchool school) => school.DoAsync((VerifyRegisters use) => use.HandleAsync(new(null), Ct));

    // As somebody would who can do what the product never does: past the triggers.
    private static Task ByHandAsync(TestSchool school, string table, string sql) => school.Services.DoAsync<TrainingDbContext>(async db =>
    {
        var open = school.Engine == Engine.PostgreSql
            ? [$"alter table {table} disable trigger user"]
            : await db.Database.SqlQuery<string>($"select 'drop trigger ' || name as Value from sqlite_master where type = 'trigger' and tbl_name = {table}").ToListAsync(Ct);
        foreach (var command in open)
            await db.Database.ExecuteSqlRawAsync(command, Ct);

        (await db.Database.ExecuteSqlRawAsync(sql, Ct)).ShouldBeGreaterThan(0);
    });
}
