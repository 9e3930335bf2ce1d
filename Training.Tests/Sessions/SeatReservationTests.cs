using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.Sessions;

public class SeatReservationTests
{
    private const int Seats = 20;

    private static readonly DateOnly FirstDay = TestClock.FirstDay.AddDays(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Keep_seats_from_others_and_give_them_to_whom_they_are_for(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (theirs, others) = (await taught.OrganisationAsync("ORG-1", "Association"), await taught.OrganisationAsync("ORG-2", "Commune"));
        var session = await taught.SessionAsync("S-1", 360, FirstDay);
        await ReserveAsync(school, session, SeatReservationKind.Organisation, "ORG-1", Seats - 1);

        (await HoldsSeatAsync(school, taught, session, others, "Un")).ShouldBeTrue();
        (await HoldsSeatAsync(school, taught, session, others, "Deux")).ShouldBeFalse();

        // Somebody waits, but the seat is kept.
        (await HoldsSeatAsync(school, taught, session, theirs, "Trois")).ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task Are_for_everybody_from_the_day_they_are_released(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var others = await taught.OrganisationAsync("ORG-2", "Commune");
        var session = await taught.SessionAsync("S-1", 360, FirstDay);
        await ReserveAsync(school, session, SeatReservationKind.Sector, "SEC-POL", Seats);

        (await HoldsSeatAsync(school, taught, session, others, "Un")).ShouldBeFalse();
        school.Clock.SetOfficeTime(TestClock.FirstDay.AddDays(30), new TimeOnly(9, 0));
        (await school.ReadAsync(async db => await db.Sessions.WithSeatFor(db, new SeatSeeker(others.Id, "SEC-COH", CorrespondenceLanguage.Fr, 0), TestClock.FirstDay.AddDays(30)).AnyAsync(Ct))).ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task Count_by_language_and_by_priority_group_too(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var session = await taught.SessionAsync("S-1", 360, FirstDay);
        await ReserveAsync(school, session, SeatReservationKind.Language, "nl", Seats - 5);
        await ReserveAsync(school, session, SeatReservationKind.PriorityGroup, "1", 5);

        async Task<bool> FitsAsync(CorrespondenceLanguage language, int group) => await school.ReadAsync(async db =>
            await db.Sessions.WithSeatFor(db, new SeatSeeker(employer.Id, "SEC-COH", language, group), TestClock.FirstDay).AnyAsync(Ct));

        (await FitsAsync(CorrespondenceLanguage.Fr, 0)).ShouldBeFalse();
        (await FitsAsync(CorrespondenceLanguage.Nl, 0)).ShouldBeTrue();
        (await FitsAsync(CorrespondenceLanguage.Fr, 1)).ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task Never_exceed_the_seats_there_are(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        await taught.OrganisationAsync("ORG-1", "Association");
        var session = await taught.SessionAsync("S-1", 360, FirstDay);

        var outcome = await school.DoAsync((ReserveSeats use) => use.HandleAsync(
            new(session.Id, SeatReservationKind.Organisation, "ORG-1", Seats + 1, TestClock.FirstDay.AddDays(30)), Ct));

        outcome.Refusal.ShouldBe(new MoreKeptThanSeats(Seats, 0));
    }

    [Theory, BothDatabases]
    public async Task Are_not_promised_twice_when_everybody_asks_at_once(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (theirs, others) = (await taught.OrganisationAsync("ORG-1", "Association"), await taught.OrganisationAsync("ORG-2", "Commune"));
        var session = await taught.SessionAsync("S-1", 360, FirstDay);
        await ReserveAsync(school, session, SeatReservationKind.Organisation, "ORG-1", Seats - 3);
        var people = new List<PersonId>();
        foreach (var number in Enumerable.Range(1, 8))
            people.Add((await taught.PersonAsync(others, $"Personne{number}")).Id);

        await Parallel.ForEachAsync(people, Ct, async (person, token) =>
            await school.DoAsync((EnrolColleagues use) => use.HandleAsync(new(session.Id, others.Id, [new(person)]), token)));

        (await school.ReadAsync(db => db.Enrolments.CountAsync(e => e.HoldsSeat, Ct))).ShouldBe(3);
        (await HoldsSeatAsync(school, taught, session, theirs, "Leur")).ShouldBeTrue();
    }

    private static async Task ReserveAsync(TestSchool school, Session session, SeatReservationKind kind, string whom, int seats)
    {
        var outcome = await school.DoAsync((ReserveSeats use) => use.HandleAsync(new(session.Id, kind, whom, seats, TestClock.FirstDay.AddDays(30)), Ct));
        outcome.IsRefused.ShouldBeFalse();
    }

    private static async Task<bool> HoldsSeatAsync(TestSchool school, TaughtSchool taught, Session session, Organisation employer, string name)
    {
        var person = await taught.PersonAsync(employer, name);
        var lines = await school.DoAsync((EnrolColleagues use) => use.HandleAsync(new(session.Id, employer.Id, [new(person.Id)]), Ct));
        lines.Single().Outcome.IsRefused.ShouldBeFalse();
        return await school.ReadAsync(db => db.Enrolments.Where(e => e.PersonId == person.Id).Select(e => e.HoldsSeat).SingleAsync(Ct));
    }
}
