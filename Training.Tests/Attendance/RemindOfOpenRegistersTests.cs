using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Accounts;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Watch;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Attendance;

public class RemindOfOpenRegistersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Monday 30 November 2026: chased from Wednesday 2 December on, escalated three working days later.
    [Theory, BothDatabases]
    public async Task Writes_to_the_trainer_after_two_working_days_and_to_the_secretariat_after_five_and_to_each_once(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([new(2026, 11, 30)], people: 1, slots: ["09:00-12:00"]);
        var trainer = await school.WithRoleAsync("Tina", Role.Trainer);
        await school.WithRoleAsync("Piet", Role.Planner);
        await school.SaveAsync(new SessionTrainer(day.Session.Id, trainer.Id));

        var told = new List<(string Day, int Mails)>();
        for (var date = new DateOnly(2026, 12, 1); date < new DateOnly(2026, 12, 12); date = date.AddDays(1))
        {
            school.Clock.SetOfficeTime(date, new(8, 0));
            if (await RemindAsync(school) is > 0 and var mails)
                told.Add((date.ToString("MM-dd", null), mails));
        }

        told.Sum(one => one.Mails).ShouldBe(2);
        (await school.ReadAsync(db => db.OutboxMessages.Where(m => m.Kind == MessageKind.RegisterStillOpen).OrderBy(m => m.RecordedAt).Select(m => new { m.RecipientId, m.Address }).ToListAsync(Ct)))
            .ShouldBe([new { RecipientId = (PersonId?)trainer.Id, Address = (string?)null }, new { RecipientId = (PersonId?)null, Address = (string?)"Piet@example.org" }]);
        told.ConvertAll(one => one.Day).ShouldBe(["12-02", "12-07"]);
    }

    [Theory, BothDatabases]
    public async Task Leaves_closed_registers_alone(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var day = await new TaughtDay(school, Ct).PlannedAsync([new(2026, 11, 30)], people: 1, slots: ["09:00-12:00"]);
        await school.SaveAsync(new SessionTrainer(day.Session.Id, (await school.WithRoleAsync("Tina", Role.Trainer)).Id));
        await day.MarkAsync(day.Registers[0], (day.People[0], Presence.Throughout));
        await day.CloseAsync(day.Registers);

        school.Clock.SetOfficeTime("2026-12-11 08:00");
        (await RemindAsync(school)).ShouldBe(0);
    }

    private static Task<int> RemindAsync(TestSchool school) => school.DoAsync((RemindOfOpenRegisters use) => use.HandleAsync(Ct));
}
