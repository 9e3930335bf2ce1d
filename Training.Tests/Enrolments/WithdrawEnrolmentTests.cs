using Shouldly;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Enrolments;

/// <summary>The session of the worked example: Thursday 28 May 2026, so that 5 May is the last day, past Ascension and Whit Monday.</summary>
public class WithdrawEnrolmentTests
{
    [Theory, BothDatabases]
    public async Task Is_free_until_the_end_of_the_fifteenth_working_day_before(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await school.SessionAsync("S-1", 5, "2026-05-28");
        var (early, late) = (await school.PersonAsync("Anna"), await school.PersonAsync("Bert"));
        var (first, second) = (await school.EnrolAsync(session, early), await school.EnrolAsync(session, late));

        school.Clock.SetOfficeTime("2026-05-05 23:59");
        (await school.WithdrawAsync(first)).Granted().ShouldBe(EnrolmentStatus.WithdrawnInTime);
        school.Clock.SetOfficeTime("2026-05-06 00:00");
        (await school.WithdrawAsync(second)).Granted().ShouldBe(EnrolmentStatus.WithdrawnLate);

        (await school.OwedAsync(first)).ShouldBe(0);
        (await school.OwedAsync(second)).ShouldBe(200);
        (await school.ReservedAsync(early)).ShouldBe(0);
        (await school.ReservedAsync(late)).ShouldBe(0);
        (await school.MailAsync(late)).ShouldContain(MessageKind.WithdrawnLate);
    }

    [Theory, BothDatabases]
    public async Task Counts_the_instant_at_which_a_letter_reached_the_school(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await school.SessionAsync("S-1", 5, "2026-05-28");
        var enrolment = await school.EnrolAsync(session, await school.PersonAsync("Anna"));

        school.Clock.SetOfficeTime("2026-05-08 10:00");
        var received = new DateTimeOffset(2026, 5, 5, 15, 0, 0, TimeSpan.FromHours(2)).ToUniversalTime();

        (await school.WithdrawAsync(enrolment, received)).Granted().ShouldBe(EnrolmentStatus.WithdrawnInTime);
        var step = (await school.FindAsync(enrolment)).Transitions.MaxBy(t => t.RecordedAt)!;
        step.ReceivedAt.ShouldBe(received);
        step.By.ShouldBe("tester");
    }

    [Theory, BothDatabases]
    public async Task Refuses_a_receipt_in_the_future_or_before_the_request(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await school.SessionAsync("S-1", 5, "2026-05-28");
        var enrolment = await school.EnrolAsync(session, await school.PersonAsync("Anna"));

        (await school.WithdrawAsync(enrolment, school.Clock.GetUtcNow().AddMinutes(1))).Refusal.ShouldBeOfType<ReceiptImpossible>();
        (await school.WithdrawAsync(enrolment, school.Clock.GetUtcNow().AddDays(-1))).Refusal.ShouldBeOfType<ReceiptImpossible>();
        (await school.StatusAsync(enrolment)).ShouldBe(EnrolmentStatus.Confirmed);
    }

    [Theory, BothDatabases]
    public async Task Keeps_the_seat_of_who_is_late_for_a_colleague(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await school.SessionAsync("S-1", 1, "2026-05-28");
        var enrolment = await school.EnrolAsync(session, await school.PersonAsync("Anna"));
        var waiting = await school.EnrolAsync(session, await school.PersonAsync("Bert"));

        school.Clock.SetOfficeTime("2026-05-06 10:00");
        await school.WithdrawAsync(enrolment);

        (await school.SeatsTakenAsync(session)).ShouldBe(1);
        (await school.StatusAsync(waiting)).ShouldBe(EnrolmentStatus.Waitlisted);
    }

    [Theory, BothDatabases]
    public async Task Costs_nothing_before_there_is_a_confirmed_seat(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-05-20 09:00");
        var session = await school.SessionAsync("S-1", 1, "2026-05-28");
        var asked = await school.AskAsync(session, await school.PersonAsync("Anna"));

        (await school.WithdrawAsync(asked)).Granted().ShouldBe(EnrolmentStatus.WithdrawnInTime);
        (await school.OwedAsync(asked)).ShouldBe(0);
        (await school.SeatsTakenAsync(session)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Is_refused_once_the_session_has_begun(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await school.SessionAsync("S-1", 1, "2026-05-28");
        var enrolment = await school.EnrolAsync(session, await school.PersonAsync("Anna"));

        school.Clock.SetOfficeTime("2026-05-28 07:00");

        (await school.WithdrawAsync(enrolment)).Refusal.ShouldBe(new SessionHasBegun("S-1"));
    }

    [Theory, BothDatabases]
    public async Task Leaves_a_row_that_goes_on_when_the_person_asks_again(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-04-01 09:00");
        var session = await school.SessionAsync("S-1", 3, "2026-05-28");
        var person = await school.PersonAsync("Anna");
        var enrolment = await school.EnrolAsync(session, person);
        school.Clock.SetOfficeTime("2026-05-06 10:00");
        await school.WithdrawAsync(enrolment);

        var again = await school.EnrolAsync(session, person);

        again.ShouldBe(enrolment);
        var row = await school.FindAsync(again);
        row.Status.ShouldBe(EnrolmentStatus.Confirmed);
        row.Transitions.OrderBy(t => t.RecordedAt).ThenBy(t => t.Number).Select(t => t.To).ShouldBe(
        [
            EnrolmentStatus.EmployerPending, EnrolmentStatus.Confirmed, EnrolmentStatus.WithdrawnLate, EnrolmentStatus.EmployerPending, EnrolmentStatus.Confirmed,
        ]);
        (await school.SeatsTakenAsync(session)).ShouldBe(1);
        (await school.OwedAsync(again)).ShouldBe(0, "who comes back owes nothing for having left");
        (await school.ReservedAsync(person)).ShouldBe(360);
    }
}
