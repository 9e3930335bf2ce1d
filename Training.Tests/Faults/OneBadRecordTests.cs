using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Tests.Cli;
using Training.Tests.Infrastructure;
using Training.Tests.Jobs;
using Xunit;

namespace Training.Tests.Faults;

/// <summary>A job that throws on one record of a thousand, run as an operator runs it.</summary>
public class OneBadRecordTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Costs_itself_and_is_tried_again(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        var sessions = await services.SessionsThatLackPeopleAsync(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10), 1000);
        await services.RefuseWarningsOfAsync(engine, sessions[499].Id);

        await RunAsync(database, (1, "PartlyFailed; done 999, failed 1"));
        await RunAsync(database, (1, "PartlyFailed; done 0, failed 1"));
        await services.ReadAsync(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Sqlite ? "drop trigger refuse_one" : "drop trigger refuse_one on capacity_warnings", Ct));
        await RunAsync(database, (0, "Succeeded; done 1, failed 0"));

        (await services.ReadAsync(db => db.CapacityWarnings.Select(warning => warning.SessionId).ToListAsync(Ct))).ShouldBe(sessions.Select(session => session.Id), ignoreOrder: true);
    }

    private static async Task RunAsync(TestDatabase database, (int ExitCode, string Told) expected)
    {
        var ending = await new Product(database).RunAsync("job", "run", "session-go-no-go");
        ending.ExitCode.ShouldBe(expected.ExitCode, ending.Errors);
        ending.Output.ShouldContain(expected.Told);
    }
}
