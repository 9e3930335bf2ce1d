using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Enrolments;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.Persistence;

public class SeatTests
{
    private const int Seats = 20;

    [Theory, BothDatabases]
    public async Task Are_never_given_twice_when_everybody_asks_at_once(Engine engine)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var session = await taught.SessionAsync("S-1", 360, TestClock.FirstDay.AddDays(60));
        var people = new List<Training.Domain.People.PersonId>();
        foreach (var number in Enumerable.Range(1, Seats + 5))
            people.Add((await taught.PersonAsync(employer, $"Personne{number}")).Id);

        await Parallel.ForEachAsync(people, ct, async (person, token) =>
            await school.DoAsync((EnrolColleagues use) => use.HandleAsync(new(session.Id, employer.Id, [new(person)]), token)));

        (await school.ReadAsync(db => db.Sessions.Select(s => s.SeatsTaken).SingleAsync(ct))).ShouldBe(Seats);
        (await school.ReadAsync(db => db.Enrolments.CountAsync(e => e.HoldsSeat, ct))).ShouldBe(Seats);
        (await school.ReadAsync(db => db.Enrolments.Waiting().CountAsync(ct))).ShouldBe(5);
    }
}
