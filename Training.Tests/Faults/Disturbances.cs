using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Work;
using Training.Tests.Cli;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Faults;

/// <summary>What the tests of faults do to a school, and hold against it afterwards.</summary>
internal static class Disturbances
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Each new row takes a moment, so that there is a middle.</summary>
    public static Task<int> SlowDownAsync(this IServiceProvider services, Engine engine, string table) => services.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
        engine == Engine.Sqlite
            ? $"create trigger slow before insert on {table} begin select hex(randomblob(5000000)); end"
            : $"""
               create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.05); return new; end $$;
               create trigger slow before insert on {table} for each row execute function slow();
               """,
        Ct));

    public static async Task<bool> IsInTheMiddleOfAsync(this IServiceProvider services, WorkItemId id) =>
        await services.ReadAsync(db => db.WorkItems.AnyAsync(work => work.Id == id && work.Done > 0 && work.Done < work.Total, Ct));

    /// <summary>That work was left in its middle, and that somebody ends it.</summary>
    public static async Task ShouldBeTakenUpAsync(this IServiceProvider services, WorkItemId id)
    {
        (await FindAsync(services, id)).ShouldSatisfyAllConditions(work => work.Status.ShouldBe(WorkStatus.Running), work => work.Done.ShouldBeLessThan(work.Total));

        // Instead of waiting for the minute after which it counts as lost.
        await services.ReadAsync(db => db.WorkItems.Where(work => work.Id == id).ExecuteUpdateAsync(set => set.SetProperty(work => work.SeenAt, DateTimeOffset.UnixEpoch), Ct));
        await Eventually.Async(async () => (await FindAsync(services, id)).EndedAt is not null, Ct);
        (await FindAsync(services, id)).Status.ShouldBe(WorkStatus.Succeeded);
    }

    /// <summary>By the commands with which an operator asks.</summary>
    public static async Task ShouldHoldTogetherAsync(this TestDatabase database)
    {
        foreach (var verb in new string[][] { ["ledger", "verify"], ["audit", "verify"], ["register", "verify", "--all"] })
            await database.CommandAsync(verb);
    }

    /// <summary>Gives the nodes on PostgreSQL the tables through which they share the timetable.</summary>
    public static Task WithSchedulerAsync(this TestDatabase database) => database.Engine == Engine.PostgreSql ? database.CommandAsync("migrate") : Task.CompletedTask;

    /// <summary>A command that must end well.</summary>
    public static async Task CommandAsync(this TestDatabase database, params string[] arguments)
    {
        var ending = await new Product(database).RunAsync(arguments);
        ending.ExitCode.ShouldBe(0, $"{string.Join(' ', arguments)}: {ending.Errors}");
    }

    private static Task<WorkItem> FindAsync(IServiceProvider services, WorkItemId id) => services.ReadAsync(db => db.WorkItems.AsNoTracking().SingleAsync(work => work.Id == id, Ct));
}
