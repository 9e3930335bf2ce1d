using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Training.Tests.Enrolments;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Persistence;

/// <summary>
/// The last seats of a session. Half of those who ask do so through services of their own, which share nothing but the database with the
/// others; `./dev bench seats` does the same through two web processes.
/// </summary>
public class SeatTests
{
    private const int Rounds = 8;
    private const int Seats = 5;
    private const int Clients = 50;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Go_to_as_many_as_there_are_and_everybody_else_gets_a_rank_without_gaps_or_ties(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        await using var others = school.ServicesOfAnotherProcess();
        var people = await school.PeopleAsync(Clients);
        foreach (var round in Enumerable.Range(1, Rounds))
        {
            var session = await school.SessionAsync($"S-{round}", Seats, $"2026-06-{round:00}");

            var lines = await Task.WhenAll(people.Select((person, i) => i % 2 == 0
                ? school.EnrolAsync(session, school.Employer, approve: true, person)
                : others.DoAsync((EnrolColleagues use) => use.HandleAsync(
                    new(session.Id, school.Employer.Id, [new EnrolColleagues.Wish(person.Id)], new Decider(null)), Ct))));

            lines.ShouldAllBe(line => !line.Single().Outcome.IsRefused);
            await SeatsShouldBeRightAsync(school, session.Id, people);
        }
    }

    private static async Task SeatsShouldBeRightAsync(EnrolmentSchool school, Training.Domain.Sessions.SessionId session, IReadOnlyList<Person> people)
    {
        var rows = await school.ReadAsync(db => db.Enrolments.AsNoTracking().Where(e => e.SessionId == session).ToListAsync(Ct));
        rows.Select(row => row.PersonId).ShouldBe(people.Select(person => person.Id), ignoreOrder: true);
        rows.Count(row => row.Status == EnrolmentStatus.Confirmed).ShouldBe(Seats);
        (await school.ReadAsync(db => db.RanksAsync([session], Ct))).Values.Order().ShouldBe(Enumerable.Range(1, Clients - Seats));
        (await school.ReadAsync(db => db.Sessions.Where(s => s.Id == session).Select(s => s.SeatsTaken).SingleAsync(Ct))).ShouldBe(Seats);

        var confirmed = rows.Where(row => row.Status == EnrolmentStatus.Confirmed).Select(row => row.Id).ToHashSet();
        var all = rows.Select(row => row.Id).ToHashSet();
        var reserved = (await school.ReadAsync(db => db.LedgerEntries.AsNoTracking().Where(e => e.Kind == LedgerEntryKind.Reserve).ToListAsync(Ct)))
            .Where(entry => all.Contains(entry.EnrolmentId!.Value)).Select(entry => entry.EnrolmentId!.Value).ToList();
        reserved.ShouldBe(confirmed, ignoreOrder: true, "one line for each confirmed seat, and none for who waits");
    }
}
