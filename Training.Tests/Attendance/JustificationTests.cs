using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Attendance.Watch;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Attendance;

/// <summary>Why something was missed: within which time, what follows, and what can still be missed.</summary>
public class JustificationTests
{
    // The session of the worked example ends on Friday 12 June 2026: fifteen days later is a Saturday, and the Monday after it counts.
    private static readonly DateOnly[] ThreeDays = [new(2026, 6, 10), new(2026, 6, 11), new(2026, 6, 12)];
    private static readonly DateOnly LastDay = new(2026, 6, 29);

    private static readonly byte[] Paper = "%PDF-1.7 attest"u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Frees_from_the_charge_who_hands_a_certificate_in_on_the_last_day(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (taught, person) = await SealedAsync(school);
        (await taught.StatusAsync(person)).ShouldBe(EnrolmentStatus.Confirmed, "It depends on minutes that are pending.");
        school.Clock.SetOfficeTime(LastDay, new TimeOnly(23, 0));

        (await SendAsync(school, person, ThreeDays[2], new(new(9, 0), new(12, 30)))).IsRefused.ShouldBeFalse();
        var request = await school.ReadAsync(db => db.JustificationRequests.SingleAsync(Ct));
        (await school.ReadAsync(db => db.JustificationDocuments.CountAsync(Ct))).ShouldBe(1);
        (await SendAsync(school, person, ThreeDays[2], new(new(9, 0), new(12, 30)))).Refusal.ShouldBeOfType<JustificationAwaited>();
        (await school.DoAsync((DecideJustification use) => use.HandleAsync(new(request.Id, Accept: true, null), Ct))).IsRefused.ShouldBeFalse();

        (await school.ReadAsync(db => db.JustificationDocuments.CountAsync(Ct))).ShouldBe(0, "The document is destroyed, the fact stays.");
        (await school.ReadAsync(db => db.JustificationRequests.SingleAsync(Ct))).ShouldSatisfyAllConditions(
            r => r.HadDocument.ShouldBeTrue(), r => r.Decision.ShouldBe(JustificationDecision.Accepted), r => r.DecidedBy.ShouldBe("tester"));
        (await taught.MinutesAsync(person)).ShouldBe(new AttendedMinutes(1080, 720, 165, 0, 195));
        (await taught.StatusAsync(person)).ShouldBe(EnrolmentStatus.Completed);
        (await taught.OwedAsync(person)).ShouldBe(0);
        (await school.DoAsync((DecideJustification use) => use.HandleAsync(new(request.Id, Accept: true, null), Ct))).Refusal.ShouldBeOfType<JustificationDecided>();
    }

    [Theory, BothDatabases]
    public async Task Is_refused_a_day_too_late_and_what_nobody_justified_is_charged(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (taught, person) = await SealedAsync(school);
        school.Clock.SetOfficeTime(LastDay, new TimeOnly(23, 30));
        (await CloseAsync(school)).ShouldBe(0);

        school.Clock.SetOfficeTime(LastDay.AddDays(1), new TimeOnly(0, 10));
        (await SendAsync(school, person, ThreeDays[2], null)).Refusal.ShouldBe(new JustificationTooLate(LastDay));
        (await CloseAsync(school)).ShouldBe(1);
        (await CloseAsync(school)).ShouldBe(0, "Closing twice changes nothing.");

        (await taught.MinutesAsync(person)).ShouldBe(new AttendedMinutes(1080, 720, 0, 360, 0));
        (await taught.StatusAsync(person)).ShouldBe(EnrolmentStatus.BelowThreshold);
        (await taught.OwedAsync(person)).ShouldBe(200);
    }

    [Theory, BothDatabases]
    public async Task Leaves_the_denominator_of_charge_and_certificate_alike(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = await new TaughtDay(school, Ct).PlannedAsync(ThreeDays, people: 3, AttendancePolicyKind.GsobThreshold, slots: ["09:00-12:00", "13:00-16:00"]);
        var (enough, tooFew, ill) = (taught.People[0], taught.People[1], taught.People[2]);
        foreach (var (index, register) in taught.Registers.Index())
        {
            await taught.MarkAsync(register, [.. taught.People.Select(person => (person, index switch
            {
                4 => new Presence(Absent: false, Arrived: person == enough ? new(10, 0) : new(11, 0)),
                5 => Presence.None,
                _ => Presence.Throughout,
            }))]);
        }

        await taught.CloseAsync(taught.Registers);
        await taught.SealAsync();
        school.Clock.SetOfficeTime(LastDay, new TimeOnly(17, 0));
        await SendAsync(school, ill, ThreeDays[2], new(new(13, 0), new(16, 0)));
        var request = await school.ReadAsync(db => db.JustificationRequests.SingleAsync(Ct));
        await school.DoAsync((DecideJustification use) => use.HandleAsync(new(request.Id, Accept: true, null), Ct));
        school.Clock.SetOfficeTime(LastDay.AddDays(1), new TimeOnly(0, 10));
        await CloseAsync(school);
        await school.DoAsync((IssueCertificates use) => use.HandleAsync(new(taught.Session.Id), Ct));

        async Task<(int Attended, decimal Owed, int? Printed)> OutcomeOfAsync(EnrolmentId person) => (
            (await taught.MinutesAsync(person)).Attended, await taught.OwedAsync(person),
            (await school.ReadAsync(db => db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.EnrolmentId == person, Ct)))?.Content.AttendedMinutes);
        (await OutcomeOfAsync(enough)).ShouldBe((840, 0m, 840));
        (await OutcomeOfAsync(tooFew)).ShouldBe((780, 200m, null));
        (await OutcomeOfAsync(ill)).ShouldBe((780, 0m, 780));
    }

    [Theory, BothDatabases]
    public async Task Waits_for_the_secretariat_when_it_was_sent_in_time(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (taught, person) = await SealedAsync(school);
        school.Clock.SetOfficeTime(LastDay, new TimeOnly(9, 0));
        await SendAsync(school, person, ThreeDays[2], null);

        school.Clock.SetOfficeTime(LastDay.AddDays(3), new TimeOnly(0, 10));
        (await CloseAsync(school)).ShouldBe(0);
        (await taught.MinutesAsync(person)).Pending.ShouldBe(360);
    }

    [Theory, BothDatabases]
    public async Task Asks_nothing_of_who_missed_it_all_before_the_window_is_over_or_when_it_is_justified(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (taught, person) = await SealedAsync(school, attended: 0);
        (await taught.OwedAsync(person)).ShouldBe(0);

        foreach (var day in ThreeDays)
            await school.DoAsync((RuleAbsence use) => use.HandleAsync(new(person, day, null, AbsenceKind.Justified, JustificationCategory.Sickness, null), Ct));
        (await taught.StatusAsync(person)).ShouldBe(EnrolmentStatus.NoShow);
        (await taught.OwedAsync(person)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Charges_who_missed_it_all_once_the_window_is_over(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (taught, person) = await SealedAsync(school, attended: 0);
        school.Clock.SetOfficeTime(LastDay.AddDays(1), new TimeOnly(0, 10));

        (await CloseAsync(school)).ShouldBe(3);
        (await taught.OwedAsync(person)).ShouldBe(200);
    }

    [Theory, BothDatabases]
    public async Task Takes_no_file_but_a_photograph_or_a_pdf(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (_, person) = await SealedAsync(school);

        (await SendAsync(school, person, ThreeDays[2], null, "MZ not a picture"u8.ToArray())).Refusal.ShouldBeOfType<DocumentUnreadable>();
    }

    [Theory, BothDatabases]
    public async Task Lets_a_participant_contest_a_mark_for_five_working_days_and_keeps_both_words(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (taught, person) = await SealedAsync(school);
        var self = await school.ReadAsync(db => db.Enrolments.Where(e => e.Id == person).Select(e => e.PersonId).SingleAsync(Ct));
        Task<Outcome<Done>> Contest(HalfDayRegister register) => school.DoAsync((ContestMark use) =>
            use.HandleAsync(new(person, register.Id, "J'étais là.", new Reader { AsSelf = self }), Ct));

        school.Clock.SetOfficeTime(new DateOnly(2026, 6, 19), new TimeOnly(20, 0));
        (await Contest(taught.Registers[5])).IsRefused.ShouldBeFalse();
        (await Contest(taught.Registers[5])).Refusal.ShouldBeOfType<ContestedAlready>();
        (await Contest(taught.Registers[0])).Refusal.ShouldBe(new ContestTooLate(new DateOnly(2026, 6, 17)));

        var contest = await school.ReadAsync(db => db.MarkContests.SingleAsync(Ct));
        (await school.DoAsync((AnswerContest use) => use.HandleAsync(new(contest.Id, "Vous étiez au café.", Reader.WholeSchool), Ct))).IsRefused.ShouldBeFalse();
        (await school.ReadAsync(db => db.MarkContests.SingleAsync(Ct))).ShouldSatisfyAllConditions(
            c => c.Statement.ShouldBe("J'étais là."), c => c.Answer.ShouldBe("Vous étiez au café."));
    }

    [Theory, BothDatabases]
    public async Task Warns_once_one_absence_before_the_minimum_is_out_of_reach(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = await new TaughtDay(school, Ct).PlannedAsync(ThreeDays, people: 2);
        await taught.MarkAsync(taught.Registers[0], (taught.People[0], Presence.Throughout), (taught.People[1], Presence.None));

        // 270 of 1,080 minutes may be missed: after a morning of 165, another half-day of 195 is too much for the second.
        var outlooks = await school.DoAsync((FindOutlooks use) => use.HandleAsync(new(Reader.WholeSchool), Ct));
        outlooks.Single(line => line.Enrolment == taught.People[0]).Outlook.ShouldSatisfyAllConditions(
            o => o.Room.Unjustified.ShouldBe(270), o => o.Possible.ShouldBe(915), o => o.State.ShouldBe(OutlookState.Safe));
        outlooks.Single(line => line.Enrolment == taught.People[1]).Outlook.ShouldSatisfyAllConditions(
            o => o.Room.Unjustified.ShouldBe(105), o => o.State.ShouldBe(OutlookState.LastChance));

        (await school.DoAsync((WarnOfAbsence use) => use.HandleAsync(Ct))).ShouldBe(1);
        (await school.DoAsync((WarnOfAbsence use) => use.HandleAsync(Ct))).ShouldBe(0);
        (await school.ReadAsync(db => db.OutboxMessages.CountAsync(m => m.Kind == MessageKind.AttendanceAtRisk, Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Chases_a_register_that_is_open_after_two_working_days(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await new TaughtDay(school, Ct).PlannedAsync([ThreeDays[2]], people: 1);
        Task<IReadOnlyList<ChaseRegisters.Line>> Late() => school.DoAsync((ChaseRegisters use) => use.HandleAsync(Ct));

        school.Clock.SetOfficeTime(new DateOnly(2026, 6, 15), new TimeOnly(12, 0));
        (await Late()).ShouldBeEmpty();
        school.Clock.SetOfficeTime(new DateOnly(2026, 6, 16), new TimeOnly(8, 0));
        (await Late()).Select(line => line.WorkingDaysLate).ShouldBe([0, 0]);
        school.Clock.SetOfficeTime(new DateOnly(2026, 6, 17), new TimeOnly(8, 0));
        (await Late()).Select(line => line.WorkingDaysLate).ShouldBe([1, 1]);
    }

    [Theory]
    [InlineData(1272, 0, 0)]
    [InlineData(600, 0, 672)]
    [InlineData(1300, 0, -28)]
    public void Leaves_a_community_guard_a_fifth_with_a_reason_and_nothing_without(int justified, int unjustified, int room) =>
        new Training.Domain.Attendance.Policies.CommunityGuard(6360, 0.20m).RoomFor(new AttendedMinutes(3000, 3000 - justified - unjustified, justified, unjustified, 0), 3360)
            .ShouldBe(new Training.Domain.Attendance.Policies.AttendanceRoom(0, room));

    // Three days of 360 minutes; the third is missed, or what comes after so many half-days.
    private static async Task<(TaughtDay Taught, EnrolmentId Person)> SealedAsync(TestSchool school, int attended = 4)
    {
        var taught = await new TaughtDay(school, Ct).PlannedAsync(ThreeDays, people: 1, AttendancePolicyKind.GsobThreshold);
        foreach (var (index, register) in taught.Registers.Index())
            await taught.MarkAsync(register, (taught.People[0], index < attended ? Presence.Throughout : Presence.None));
        await taught.CloseAsync(taught.Registers);
        await taught.SealAsync();
        return (taught, taught.People[0]);
    }

    private static Task<Outcome<Done>> SendAsync(TestSchool school, EnrolmentId person, DateOnly date, TimeInterval? hours, byte[]? file = null) =>
        school.DoAsync((SendJustification use) => use.HandleAsync(
            new(person, date, hours, JustificationCategory.Sickness, new("attest.pdf", "application/pdf", file ?? Paper), Reader.WholeSchool), Ct));

    private static Task<int> CloseAsync(TestSchool school) => school.DoAsync((CloseJustifications use) => use.HandleAsync(Ct));
}
