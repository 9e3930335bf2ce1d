using Shouldly;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Enrolments;

public class ReleaseCancelledSessionTests
{
    [Theory, BothDatabases]
    public async Task Gives_back_every_seat_and_hour_and_asks_no_fee(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await school.SessionAsync("S-1", 2, "2026-05-28");
        var (a, b, c) = (await school.PersonAsync("Anna"), await school.PersonAsync("Bert"), await school.PersonAsync("Cléo"));
        var (confirmed, late, waiting) = (await school.EnrolAsync(session, a), await school.EnrolAsync(session, b), await school.EnrolAsync(session, c));
        school.Clock.SetOfficeTime("2026-05-06 10:00");
        await school.WithdrawAsync(late);
        (await school.OwedAsync(late)).ShouldBe(200);

        await school.CancelAsync(session);

        (await school.StatusAsync(confirmed)).ShouldBe(EnrolmentStatus.CancelledBySchool);
        (await school.StatusAsync(waiting)).ShouldBe(EnrolmentStatus.CancelledBySchool);
        (await school.StatusAsync(late)).ShouldBe(EnrolmentStatus.WithdrawnLate);
        (await school.OwedAsync(late)).ShouldBe(0);
        (await school.ReservedAsync(a)).ShouldBe(0);
        (await school.SeatsTakenAsync(session)).ShouldBe(0);
        (await school.MailAsync(c)).ShouldContain(MessageKind.SessionCancelled);
    }

    [Theory, BothDatabases]
    public async Task Keeps_the_place_in_the_list_for_the_next_session_once(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var cancelled = await school.SessionAsync("S-1", 5, "2026-05-28");
        var next = await school.SessionAsync("S-2", 1, "2026-06-11");
        var third = await school.SessionAsync("S-3", 1, "2026-06-18");
        var early = await school.PersonAsync("Anna");
        await school.EnrolAsync(cancelled, early);
        var other = await school.PersonAsync("Bert");
        school.Clock.SetOfficeTime("2026-03-03 09:00");
        await school.EnrolAsync(next, await school.PersonAsync("Cléo"));
        await school.EnrolAsync(third, await school.PersonAsync("Dirk"));
        var waiting = await school.EnrolAsync(next, other);
        await school.EnrolAsync(third, other);

        school.Clock.SetOfficeTime("2026-03-10 09:00");
        await school.CancelAsync(cancelled);
        var kept = await school.EnrolAsync(next, early);
        var notKept = await school.EnrolAsync(third, early);

        (await school.ListAsync(next)).ShouldBe([kept, waiting], "the request of 2 March goes before that of 3 March");
        (await school.ListAsync(third))[^1].ShouldBe(notKept, "a place is kept once");
    }
}
