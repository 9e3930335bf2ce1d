using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Accounts;
using Training.Domain.Attendance;
using Training.Domain.Messages;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.ReportSubscriptions;
using Training.Domain.Work;
using Training.Reports.Reporting;
using Training.Tests.Infrastructure;
using Training.Web.Features.Shared;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Faults;

/// <summary>A process that is killed in the middle of what it does. On PostgreSQL another ends it; on SQLite the one that is started in its place does.</summary>
public class KilledNodeTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Leaves_a_settlement_that_is_ended_line_for_line(Engine engine)
    {
        await using var database = await SchoolAsync(engine);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);

        // The employers' rule is changed for the past, so that there is much to settle.
        await services.SaveAsync(new Parameter(new ParameterRow(ParameterKeys.GecoUnjustifiedConsumes, "false", new(2012, 1, 1), null, "Test", ParameterCertainty.Design), "tester", Now));
        await using var other = await database.CloneAsync();
        await using var undisturbed = TestSchool.ServicesOn(other, TimeProvider.System);
        await undisturbed.DoAsync((SettleSealedHalfDays settle) => settle.HandleAsync(new(), Ct));
        var before = await services.ReadAsync(db => db.LedgerEntries.CountAsync(Ct));
        await services.SlowDownAsync(engine, "ledger_entries");
        await using var nodes = await Nodes.StartOnAsync(database, Ct);

        await RunKilledAsync(nodes, services, engine, "ledger-settlement", async () => await services.ReadAsync(db => db.LedgerEntries.CountAsync(Ct)) > before);

        (await LinesAsync(services)).ShouldBe(await LinesAsync(undisturbed));
        await database.CommandAsync("ledger", "verify");
    }

    [Theory, BothDatabases]
    public async Task Leaves_reports_of_which_each_reader_is_told_once(Engine engine)
    {
        await using var database = await SchoolAsync(engine);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        var reader = await ReaderAsync(services);
        var wanted = new SubscribedReport("r5", JsonSerializer.Serialize(new ReportQuestion("r5", default, default)), SubscribedPeriod.PreviousMonth, "0 0 7 1 * ?");
        await services.SaveAsync([.. Enumerable.Range(0, 60).Select(number => new ReportSubscription(wanted, [reader], $"author {number}", Now.AddHours(-1), Now))]);
        await services.SlowDownAsync(engine, "report_runs");
        await using var nodes = await Nodes.StartOnAsync(database, Ct);

        await RunKilledAsync(nodes, services, engine, "report-subscriptions", () => services.ReadAsync(db => db.ReportRuns.AnyAsync(run => run.Author.StartsWith("author "), Ct)));

        (await services.ReadAsync(db => db.ReportRuns.Where(run => run.Author.StartsWith("author ")).Select(run => run.Author).ToListAsync(Ct)))
            .ShouldBe(Enumerable.Range(0, 60).Select(number => $"author {number}"), ignoreOrder: true);
        (await services.ReadAsync(db => db.ReportRunTraits.CountAsync(Ct))).ShouldBe(await services.ReadAsync(db => db.ReportRuns.CountAsync(Ct)));
        (await services.ReadAsync(db => db.OutboxMessages.CountAsync(m => m.Kind == MessageKind.ReportReady, Ct))).ShouldBe(60);
        (await services.ReadAsync(db => db.ReportSubscriptions.CountAsync(s => s.DueAt > Now, Ct))).ShouldBe(60);
    }

    [Theory, BothDatabases]
    public async Task Leaves_certificates_that_are_issued_once_without_a_gap(Engine engine)
    {
        await using var database = await SchoolAsync(engine);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        await services.SlowDownAsync(engine, "certificates");
        await using var nodes = await Nodes.StartOnAsync(database, Ct);
        var certificates = await BulkCertificates.OrderAsync(services);

        await WorkKilledAsync(nodes, services, certificates.Work.Id);

        await certificates.ShouldBeIssuedOnceAsync();
        await database.CommandAsync("audit", "verify");
    }

    [Theory, BothDatabases]
    public async Task Leaves_a_staff_list_that_is_written_once(Engine engine)
    {
        await using var database = await SchoolAsync(engine);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        var employer = await services.ReadAsync(db => db.Organisations.Where(o => o.Code == "MUN-21001").Select(o => o.Id).SingleAsync(Ct));
        var people = await services.ReadAsync(db => db.People.CountAsync(Ct));
        await using var nodes = await Nodes.StartOnAsync(database, Ct);
        var planner = await nodes.Alive[0].ClientForAsync("planner");
        var file = await File.ReadAllBytesAsync(Repository.PathOf("samples", "staff-MUN-21013.tsv"), Ct);
        using var sent = await planner.UploadAsync(
            "/fr/staff-lists", (await planner.PageAsync("/fr/staff-lists")).Form(), "file", "staff.tsv", file, ("organisation", employer.Value.ToString()));
        var list = sent.Headers.Location!.ToString();
        using var ordered = await planner.SubmitAsync(list, (await planner.PageAsync(list)).Form($"main form[action$='{list}']"));
        var page = ordered.Headers.Location!.ToString();

        await WorkKilledAsync(nodes, services, new WorkItemId(Guid.Parse(page.Split('/')[^1])));

        (await services.ReadAsync(db => db.Employments.CountAsync(e => e.OrganisationId == employer, Ct))).ShouldBe(1199);
        (await services.ReadAsync(db => db.People.CountAsync(Ct))).ShouldBe(people + 1199);
        var again = await nodes.Alive[0].ClientForAsync("planner");
        (await again.PageAsync(page)).QuerySelector("main")!.TextContent.ShouldContain(new Texts().In("fr", "WorkStatus_Succeeded"));
        await database.CommandAsync("audit", "verify");
    }

    private static async Task<TestDatabase> SchoolAsync(Engine engine)
    {
        var database = await SampleSchoolTemplate.CloneAsync(engine);
        await database.WithSchedulerAsync();
        return database;
    }

    private static async Task<AccountId> ReaderAsync(IServiceProvider services)
    {
        var reader = new Person(new PersonFacts("Mia", "Test", "mia@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        var account = new Account(reader.FullName, reader.Id);
        await services.SaveAsync(reader, account, new RoleGrant(account.Id, Role.Manager, RoleScope.Everywhere, new(2026, 1, 1), "tester", Now));
        return account.Id;
    }

    private static async Task RunKilledAsync(Nodes nodes, IServiceProvider services, Engine engine, string job, Func<Task<bool>> isInTheMiddle)
    {
        await AskAsync(nodes, job);
        await nodes.KillInTheMiddleAsync(services, job, isInTheMiddle);
        if (engine == Engine.Sqlite)
        {
            // Instead of waiting for the five minutes after which it counts as lost and can be asked for again.
            await services.ReadAsync(db => db.JobRuns.Where(run => run.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(run => run.SeenAt, Now.AddHours(-1)), Ct));
            await AskAsync(nodes, job);
        }

        await Eventually.Async(() => services.ReadAsync(db => db.JobRuns.AnyAsync(run => run.Job == job && run.Status == JobRunStatus.Succeeded, Ct)), Ct);
        (await services.ReadAsync(db => db.JobRuns.Where(run => run.Job == job).OrderBy(run => run.StartedAt).Select(run => run.Status).ToListAsync(Ct)))
            .ShouldBe([JobRunStatus.Lost, JobRunStatus.Succeeded]);
    }

    private static async Task AskAsync(Nodes nodes, string job)
    {
        var administrator = await nodes.Alive[0].ClientForAsync("administrator");
        using var asked = await administrator.SubmitAsync("/fr/jobs", (await administrator.PageAsync("/fr/jobs")).Form($"main form[action$='/{job}/run']"));
    }

    private static async Task WorkKilledAsync(Nodes nodes, IServiceProvider services, WorkItemId id)
    {
        await nodes.KillInTheMiddleAsync(services, RunWorkJob.Key.Name, () => services.IsInTheMiddleOfAsync(id));
        await services.ShouldBeTakenUpAsync(id);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(IServiceProvider services) => [.. (await services.ReadAsync(db => db.LedgerEntries.AsNoTracking().ToListAsync(Ct)))
        .Select(line => $"{line.AccountId.Value} {line.EnrolmentId?.Value} {line.Kind} {line.From} {line.To} {line.Minutes} {line.Cause} {line.CauseId}").Order(StringComparer.Ordinal)];
}
