using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Enrolments;

public class WaitingListTests
{
    [Theory, BothDatabases]
    public async Task Offers_a_seat_that_comes_free_to_the_first_and_passes_it_on_when_the_offer_expires(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 1, "2026-05-28");
        var seated = await school.EnrolAsync(session, await school.PersonAsync("Anna"));
        var (firstPerson, secondPerson) = (await school.PersonAsync("Bert"), await school.PersonAsync("Cléo"));
        var first = await school.EnrolAsync(session, firstPerson);
        school.Clock.SetOfficeTime("2026-03-02 09:05");
        var second = await school.EnrolAsync(session, secondPerson);

        await school.WithdrawAsync(seated);
        (await school.StatusAsync(first)).ShouldBe(EnrolmentStatus.Invited);
        (await school.MailAsync(firstPerson)).ShouldContain(MessageKind.SeatOffered);
        (await school.SeatsTakenAsync(session)).ShouldBe(1);

        // Five working days from Monday: the offer holds until the end of the next Monday.
        school.Clock.SetOfficeTime("2026-03-09 23:59");
        (await school.LetTimeWorkAsync()).ShouldBe(0);
        school.Clock.SetOfficeTime("2026-03-10 00:00");
        await school.LetTimeWorkAsync();

        (await school.StatusAsync(first)).ShouldBe(EnrolmentStatus.OfferExpired);
        (await school.StatusAsync(second)).ShouldBe(EnrolmentStatus.Invited);
        (await school.MailAsync(firstPerson)).ShouldContain(MessageKind.OfferExpired);
        (await school.AnswerAsync(second, accept: true)).Granted().ShouldBe(EnrolmentStatus.Confirmed);
        (await school.ReservedAsync(secondPerson)).ShouldBe(360);
        (await school.SeatsTakenAsync(session)).ShouldBe(1);
        (await school.LetTimeWorkAsync()).ShouldBe(0, "doing it again changes nothing");
    }

    [Theory, BothDatabases]
    public async Task Passes_a_declined_seat_on_at_once(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 1, "2026-05-28");
        var seated = await school.EnrolAsync(session, await school.PersonAsync("Anna"));
        var first = await school.EnrolAsync(session, await school.PersonAsync("Bert"));
        var second = await school.EnrolAsync(session, await school.PersonAsync("Cléo"));
        await school.WithdrawAsync(seated);

        (await school.AnswerAsync(first, accept: false)).Granted().ShouldBe(EnrolmentStatus.WithdrawnInTime);

        (await school.StatusAsync(second)).ShouldBe(EnrolmentStatus.Invited);
    }

    [Theory, BothDatabases]
    public async Task Moves_by_itself_up_to_forty_five_days_before_and_by_hand_from_then_on(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 1, "2026-05-28");
        var seated = await school.EnrolAsync(session, await school.PersonAsync("Anna"));
        var first = await school.EnrolAsync(session, await school.PersonAsync("Bert"));

        // 45 days before 28 May is 13 April.
        school.Clock.SetOfficeTime("2026-04-14 09:00");
        await school.WithdrawAsync(seated);
        await school.LetTimeWorkAsync();
        (await school.StatusAsync(first)).ShouldBe(EnrolmentStatus.Waitlisted);
        (await school.SeatsTakenAsync(session)).ShouldBe(0);

        (await school.UseAsync((OfferSeat use) => use.HandleAsync(new(first), TestContext.Current.CancellationToken))).Granted().ShouldBe(EnrolmentStatus.Invited);
        (await school.SeatsTakenAsync(session)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Is_ordered_by_priority_group_and_then_by_the_instant_of_the_request(Engine engine)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 1, "2026-05-28");
        await school.EnrolAsync(session, await school.PersonAsync("Anna"));
        var ids = new List<EnrolmentId>();
        foreach (var name in (string[])["Bert", "Cléo", "Dirk"])
        {
            school.Clock.Advance(TimeSpan.FromMinutes(1));
            ids.Add(await school.EnrolAsync(session, await school.PersonAsync(name)));
        }

        // The group of most people is 0; whoever came last is put before them, the first behind.
        await school.ReadAsync(db => db.Enrolments.Where(e => e.Id == ids[2]).ExecuteUpdateAsync(set => set.SetProperty(e => e.PriorityGroup, -1), ct));
        await school.ReadAsync(db => db.Enrolments.Where(e => e.Id == ids[0]).ExecuteUpdateAsync(set => set.SetProperty(e => e.PriorityGroup, 1), ct));

        (await school.ListAsync(session)).ShouldBe([ids[2], ids[1], ids[0]]);
        var places = await school.ReadAsync(db => db.PlacesAsync([session.Id], ct));
        places[ids[1]].AheadByPriority.ShouldBe(1, "one who came later goes first by priority");
    }

    [Theory, BothDatabases]
    public async Task Holds_a_request_for_five_working_days_and_then_puts_it_at_the_end(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 1, "2026-05-28");
        var askedPerson = await school.PersonAsync("Anna");
        var asked = await school.AskAsync(session, askedPerson);
        var waiting = await school.EnrolAsync(session, await school.PersonAsync("Bert"));
        (await school.FindAsync(asked)).HoldsSeat.ShouldBeTrue();

        school.Clock.SetOfficeTime("2026-03-09 23:00");
        await school.LetTimeWorkAsync();
        (await school.FindAsync(asked)).HoldsSeat.ShouldBeTrue();

        school.Clock.SetOfficeTime("2026-03-10 00:05");
        await school.LetTimeWorkAsync();

        (await school.FindAsync(asked)).ShouldSatisfyAllConditions(
            e => e.Status.ShouldBe(EnrolmentStatus.EmployerPending), e => e.HoldsSeat.ShouldBeFalse(),
            e => e.Transitions.MaxBy(t => t.RecordedAt)!.Cause.ShouldBe(StepCause.HoldLapsed));
        (await school.StatusAsync(waiting)).ShouldBe(EnrolmentStatus.Invited);
        (await school.MailAsync(askedPerson)).ShouldContain(MessageKind.HoldLapsed);

        (await school.DecideAsync(asked, approve: true)).Granted().ShouldBe(EnrolmentStatus.Waitlisted);
        (await school.ListAsync(session)).ShouldBe([asked]);
    }

    [Theory, BothDatabases]
    public async Task Lets_a_late_approval_take_a_seat_that_nobody_waits_for(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 1, "2026-05-28");
        var asked = await school.AskAsync(session, await school.PersonAsync("Anna"));
        school.Clock.SetOfficeTime("2026-03-20 09:00");
        await school.LetTimeWorkAsync();
        (await school.SeatsTakenAsync(session)).ShouldBe(0);

        (await school.DecideAsync(asked, approve: true)).Granted().ShouldBe(EnrolmentStatus.Confirmed);
        (await school.SeatsTakenAsync(session)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Gives_a_group_all_its_seats_or_none(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 3, "2026-05-28");
        var seated = await school.EnrolAsync(session, await school.PersonAsync("Anna"));
        var other = await school.EnrolAsync(session, await school.PersonAsync("Alex"));
        var group = await AskTogetherAsync(school, session, await school.PeopleAsync(2, "Groupe"));
        group.ShouldAllBe(line => !line.Outcome.IsRefused);
        (await school.SeatsTakenAsync(session)).ShouldBe(2, "one seat is free, and two people want theirs together");
        var alone = await school.EnrolAsync(session, await school.PersonAsync("Bert"));
        (await school.StatusAsync(alone)).ShouldBe(EnrolmentStatus.Waitlisted, "the group is before");

        await school.LetTimeWorkAsync();
        (await school.StatusAsync(alone)).ShouldBe(EnrolmentStatus.Invited, "a group for which there are too few seats is passed over");

        await school.WithdrawAsync(seated);
        (await school.StatusAsync(group[0].Outcome.Value)).ShouldBe(EnrolmentStatus.Waitlisted);
        await school.WithdrawAsync(other);
        foreach (var line in group)
            (await school.StatusAsync(line.Outcome.Value)).ShouldBe(EnrolmentStatus.Invited);
    }

    [Theory, BothDatabases]
    public async Task Enrols_nobody_of_a_group_in_which_one_is_refused(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        var session = await school.SessionAsync("S-1", 9, "2026-05-28");
        var people = await school.PeopleAsync(3, "Groupe");
        await school.EnrolAsync(session, people[1]);

        var lines = await AskTogetherAsync(school, session, people);

        lines.Select(line => line.Outcome.Refusal!.GetType()).ShouldBe([typeof(GroupNotComplete), typeof(AlreadyEnrolled), typeof(GroupNotComplete)]);
        (await school.SeatsTakenAsync(session)).ShouldBe(1);
    }

    private static Task<IReadOnlyList<EnrolColleagues.Line>> AskTogetherAsync(EnrolmentSchool school, Session session, IReadOnlyList<Training.Domain.People.Person> people) =>
        school.UseAsync((EnrolColleagues use) => use.HandleAsync(
            new(session.Id, school.Employer.Id, [.. people.Select(p => new EnrolColleagues.Wish(p.Id))], new Decider(null), Together: true), TestContext.Current.CancellationToken));
}
