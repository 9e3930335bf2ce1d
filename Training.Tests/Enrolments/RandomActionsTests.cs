using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Enrolments;

/// <summary>Whatever people do in whatever order, the product and a simple model of it agree on seats, ranks, hours and charges.</summary>
public class RandomActionsTests
{
    private const int Seats = 2;
    private const int People = 5;
    private const int Cases = 6;
    private const int Steps = 24;

    private static readonly DateOnly FirstDay = new(2026, 5, 28);

    public sealed record Step(int Action, int Person, int Other)
    {
        public override string ToString() => $"({Action},{Person},{Other})";
    }

    [Theory, BothDatabases]
    public async Task Never_part_from_the_model(Engine engine)
    {
        var step = from action in Gen.Choose(0, 99) from person in Gen.Choose(0, People - 1) from other in Gen.Choose(0, People - 1) select new Step(action, person, other);
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-03-02 09:00");
        foreach (var (steps, number) in Gen.Sample(step.ArrayOf(Steps), Cases).Select((steps, number) => (steps, number)))
            await PlayAsync(school, number, steps);
    }

    private static async Task PlayAsync(EnrolmentSchool school, int number, IReadOnlyList<Step> steps)
    {
        school.Clock.SetOfficeTime("2026-03-02 09:00");
        var model = new EnrolmentModel(Seats, FirstDay, People);
        var session = await school.SessionAsync($"S-{number}", Seats, "2026-05-28");
        var people = await school.PeopleAsync(People, $"Jeu{number}-");
        var played = new List<Step>();
        foreach (var step in steps)
        {
            played.Add(step);
            school.Clock.Advance(TimeSpan.FromSeconds(1));
            await DoAsync(school, session, people, model, step);
            await CompareAsync(school, session, people, model, $"after {string.Join(' ', played)}");
        }
    }

    private static async Task DoAsync(EnrolmentSchool school, Session session, IReadOnlyList<Person> people, EnrolmentModel model, Step step)
    {
        var ids = await school.ReadAsync(db => db.Enrolments.Where(e => e.SessionId == session.Id).ToDictionaryAsync(e => e.PersonId, e => e.Id));
        var known = ids.TryGetValue(people[step.Person].Id, out var id);
        switch (step.Action)
        {
            case < 22:
                await school.EnrolAsync(session, school.Employer, approve: false, people[step.Person]);
                model.Ask(step.Person, approve: false);
                break;
            case < 40:
                await school.EnrolAsync(session, school.Employer, approve: true, people[step.Person]);
                model.Ask(step.Person, approve: true);
                break;
            case < 52 when known:
                await school.DecideAsync(id, approve: true);
                model.Approve(step.Person);
                break;
            case < 58 when known:
                await school.DecideAsync(id, approve: false, StepCause.NoTime);
                model.Refuse(step.Person);
                break;
            case < 68 when known:
                await school.WithdrawAsync(id);
                model.Withdraw(step.Person);
                break;
            case < 76 when known && step.Person != step.Other:
                await school.ReplaceAsync(id, people[step.Other]);
                model.Replace(step.Person, step.Other);
                break;
            case < 84 when known:
                await school.AnswerAsync(id, accept: step.Other > 0);
                model.Answer(step.Person, accept: step.Other > 0);
                break;
            case >= 84:
                school.Clock.SetOfficeTime(model.Today.AddDays(1 + (step.Other * 4)), new TimeOnly(9, 0));
                await school.LetTimeWorkAsync();
                model.Wait(1 + (step.Other * 4));
                break;
        }
    }

    private static async Task CompareAsync(EnrolmentSchool school, Session session, IReadOnlyList<Person> people, EnrolmentModel model, string when)
    {
        var rows = await school.ReadAsync(db => db.Enrolments.AsNoTracking().Where(e => e.SessionId == session.Id).ToDictionaryAsync(e => e.PersonId));
        for (var i = 0; i < people.Count; i++)
        {
            var expected = model.Of(i);
            var row = rows.GetValueOrDefault(people[i].Id);
            (row?.Status).ShouldBe(expected.Status, $"person {i} {when}");
            (row?.HoldsSeat ?? false).ShouldBe(expected.Holds, $"seat of {i} {when}");
            (row?.SeatKept ?? false).ShouldBe(expected.Kept, $"kept seat of {i} {when}");
            (await school.ReservedAsync(people[i])).ShouldBe(expected.Reserved, $"hours of {i} {when}");
            (row is null ? 0 : await school.OwedAsync(row.Id)).ShouldBe(expected.Owed, $"charge of {i} {when}");
        }

        (await school.SeatsTakenAsync(session)).ShouldBe(model.Taken, when);
        var list = await school.ListAsync(session);
        list.ShouldBe(model.List.Select(i => rows[people[i].Id].Id), when);
    }
}
