using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Enrolments;

/// <summary>The worked example: three days from Thursday 28 May 2026, 1080 minutes; withdrawal on 6 May is late.</summary>
public class ReplaceParticipantTests
{
    [Theory, BothDatabases]
    public async Task Moves_the_seat_the_hours_and_the_fee_of_who_withdrew_late(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await ThreeDaysAsync(school, 1);
        var (a, b) = (await school.PersonAsync("Anna"), await school.PersonAsync("Bert"));
        var leaving = await school.EnrolAsync(session, a);
        (await school.ReservedAsync(a)).ShouldBe(1080);

        school.Clock.SetOfficeTime("2026-05-06 10:00");
        (await school.WithdrawAsync(leaving)).Granted().ShouldBe(EnrolmentStatus.WithdrawnLate);
        (await school.OwedAsync(leaving)).ShouldBe(200);
        (await school.ReservedAsync(a)).ShouldBe(0);

        school.Clock.SetOfficeTime("2026-05-20 10:00");
        var taking = (await school.ReplaceAsync(leaving, b)).Granted();

        (await school.StatusAsync(leaving)).ShouldBe(EnrolmentStatus.Replaced);
        (await school.FindAsync(taking)).ShouldSatisfyAllConditions(
            e => e.Status.ShouldBe(EnrolmentStatus.Confirmed), e => e.HoldsSeat.ShouldBeTrue(), e => e.Replaces.ShouldBe(leaving));
        (await school.ReservedAsync(b)).ShouldBe(1080);
        (await school.OwedAsync(leaving)).ShouldBe(0);
        (await school.OwedAsync(taking)).ShouldBe(0);
        (await school.SeatsTakenAsync(session)).ShouldBe(1);
        (await school.MailAsync(a)).ShouldContain(MessageKind.SeatPassedOn);
        (await school.MailAsync(b)).ShouldBe([MessageKind.SeatConfirmed]);
    }

    [Theory, BothDatabases]
    public async Task Leaves_the_fee_with_the_employer_when_no_colleague_comes(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await ThreeDaysAsync(school, 1);
        var a = await school.PersonAsync("Anna");
        var leaving = await school.EnrolAsync(session, a);

        school.Clock.SetOfficeTime("2026-05-06 10:00");
        await school.WithdrawAsync(leaving);
        school.Clock.SetOfficeTime("2026-06-02 10:00");
        await school.LetTimeWorkAsync();

        (await school.OwedAsync(leaving)).ShouldBe(200);
        (await school.ReservedAsync(a)).ShouldBe(0);
        (await school.ReadAsync(db => db.TimeReleaseAccounts.SumAsync(t => t.ConsumedMinutes))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Is_possible_on_the_first_morning(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await ThreeDaysAsync(school, 1);
        var (a, b) = (await school.PersonAsync("Anna"), await school.PersonAsync("Bert"));
        var leaving = await school.EnrolAsync(session, a);

        school.Clock.SetOfficeTime("2026-05-28 08:45");
        var taking = (await school.ReplaceAsync(leaving, b)).Granted();

        (await school.StatusAsync(taking)).ShouldBe(EnrolmentStatus.Confirmed);
        (await school.ReservedAsync(a)).ShouldBe(0);
        (await school.ReservedAsync(b)).ShouldBe(1080);
    }

    [Theory, BothDatabases]
    public async Task Holds_the_seat_while_the_colleagues_own_approval_is_awaited(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await ThreeDaysAsync(school, 1);
        var (a, b) = (await school.PersonAsync("Anna"), await school.PersonAsync("Bert"));
        var leaving = await school.EnrolAsync(session, a);

        var taking = (await school.ReplaceAsync(leaving, b, approve: false)).Granted();

        (await school.FindAsync(taking)).ShouldSatisfyAllConditions(
            e => e.Status.ShouldBe(EnrolmentStatus.EmployerPending), e => e.HoldsSeat.ShouldBeTrue());
        (await school.ReservedAsync(b)).ShouldBe(0);
        (await school.DecideAsync(taking, approve: true)).Granted().ShouldBe(EnrolmentStatus.Confirmed);
        (await school.ReservedAsync(b)).ShouldBe(1080);
    }

    [Theory, BothDatabases]
    public async Task Is_refused_for_who_waits_without_a_seat(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await ThreeDaysAsync(school, 1);
        await school.EnrolAsync(session, await school.PersonAsync("Anna"));
        var waiting = await school.EnrolAsync(session, await school.PersonAsync("Bert"));

        (await school.ReplaceAsync(waiting, await school.PersonAsync("Cléo"))).Refusal.ShouldBeOfType<NoSeatToHandOver>();
        (await school.StatusAsync(waiting)).ShouldBe(EnrolmentStatus.Waitlisted);
    }

    private static Task<Session> ThreeDaysAsync(EnrolmentSchool school, int seats) =>
        school.SessionAsync("S-1", seats, "2026-05-28", "2026-05-29", "2026-06-01");
}
