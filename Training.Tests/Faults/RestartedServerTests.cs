using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Training.Web.Features.Shared;
using Xunit;

namespace Training.Tests.Faults;

/// <summary>A server of PostgreSQL that goes down as in a crash and comes back, and one that is closed to writers, with two processes of the product on it.</summary>
public class RestartedServerTests
{
    private const string Session = "AGR-PUB-27S";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loses_nothing_that_was_accepted_and_keeps_no_half_of_what_was_not()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var server = PostgresServer.At(cluster);

        // The server of the tests may forget what it has accepted last; this one must not.
        await server.ExecuteAsync("alter system set synchronous_commit = on");
        await server.ExecuteAsync("select pg_reload_conf()");
        await using var database = await SchoolOnAsync(server);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        await services.SlowDownAsync(Engine.PostgreSql, "certificates");
        await using var nodes = await Nodes.StartOnAsync(database, Ct);
        var certificates = await BulkCertificates.OrderAsync(services);
        var officers = await Task.WhenAll(nodes.Alive.Concat(nodes.Alive).Select(node => node.ClientForAsync("officer")));
        var people = (await officers[0].PageAsync(EnrolForm.Address)).QuerySelectorAll("input[name=person]:not([disabled])").Select(box => box.GetAttribute("value")!).ToList();
        await Eventually.Async(() => services.IsInTheMiddleOfAsync(certificates.Work.Id), Ct, TimeSpan.FromMilliseconds(20));

        var (waiting, statuses) = (new ConcurrentQueue<string>(people[1..]), new ConcurrentQueue<HttpStatusCode>());
        var enrolling = officers.Select(officer => EnrolAllAsync(officer, waiting, statuses)).ToList();
        await Eventually.Async(() => Task.FromResult(statuses.Contains(HttpStatusCode.Redirect)), Ct, TimeSpan.FromMilliseconds(5));
        await cluster.CrashAsync();
        await Task.WhenAll(enrolling);

        statuses.ShouldContain(HttpStatusCode.ServiceUnavailable);
        await ShouldBeEnrolledOnceAsync(services, people[1..]);
        await services.ShouldBeTakenUpAsync(certificates.Work.Id);
        await certificates.ShouldBeIssuedOnceAsync();
        foreach (var node in nodes.Alive)
            await Eventually.Async(() => node.IsReadyAsync(Ct), Ct);

        await server.ExecuteAsync("alter system set default_transaction_read_only = on");
        await server.ExecuteAsync("select pg_reload_conf()");
        await Eventually.Async(async () => await EnrolAsync(officers[0], people[0]) == HttpStatusCode.ServiceUnavailable, Ct);
        await officers[0].PageAsync("/fr/enrolments");
        await server.ExecuteAsync("alter system reset default_transaction_read_only");
        await server.ExecuteAsync("select pg_reload_conf()");
        await Eventually.Async(async () => await EnrolAsync(officers[0], people[0]) == HttpStatusCode.Redirect, Ct);
        await ShouldBeEnrolledOnceAsync(services, people);
        await database.ShouldHoldTogetherAsync();
    }

    // The sample school, moved there as an operator would, and its session to the days that lie ahead of the real clock.
    private static async Task<TestDatabase> SchoolOnAsync(PostgresServer server)
    {
        var archive = TemporaryFiles.NewPath(".backup");
        await using (var original = await SampleSchoolTemplate.CloneAsync(Engine.PostgreSql))
            await original.CommandAsync("backup", archive);

        var database = await TestDatabase.EmptyAsync(Engine.PostgreSql, server);
        await database.CommandAsync("restore", archive);
        await database.CommandAsync("migrate");
        await database.CommandAsync("job", "release");
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        var weeks = (DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).DayNumber - TestClock.FirstDay.DayNumber) / 7;
        await services.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            update teaching_slots set date = date + {7 * weeks} where session_id = (select id from sessions where code = {Session});
            update registers set date = date + {7 * weeks} where session_id = (select id from sessions where code = {Session});
            update sessions set first_day = first_day + {7 * weeks}, last_day = last_day + {7 * weeks} where code = {Session};
            """, Ct));
        return database;
    }

    // Whoever is told that it did not work, or that somebody else was at it, presses the button again.
    private static async Task EnrolAllAsync(HttpClient officer, ConcurrentQueue<string> people, ConcurrentQueue<HttpStatusCode> statuses)
    {
        while (people.TryDequeue(out var person))
        {
            await Eventually.Async(async () =>
            {
                var status = await EnrolAsync(officer, person);
                statuses.Enqueue(status);
                return status == HttpStatusCode.Redirect;
            }, Ct, TimeSpan.FromMilliseconds(50));
        }
    }

    private static async Task<HttpStatusCode> EnrolAsync(HttpClient officer, string person)
    {
        using var form = await officer.GetAsync(new Uri(EnrolForm.Address, UriKind.Relative), Ct);
        if (form.StatusCode != HttpStatusCode.OK)
            return await StatusAsync(form);

        using var answer = await officer.EnrolAsync((await form.PageAsync()).Form("main form"), person);
        return await StatusAsync(answer);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.ServiceUnavailable);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            (await answer.PageAsync()).QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe(new Texts().In("fr", "Error_503_Title"));
        return answer.StatusCode;
    }

    // The enrolment and its first step, which are written together.
    private static async Task ShouldBeEnrolledOnceAsync(IServiceProvider services, IReadOnlyList<string> people)
    {
        var ids = people.Select(person => new PersonId(Guid.Parse(person))).ToList();
        var enrolments = await services.ReadAsync(db => db.Enrolments.AsNoTracking().Where(e => ids.Contains(e.PersonId) && db.Sessions.Any(s => s.Id == e.SessionId && s.Code == Session)).ToListAsync(Ct));
        enrolments.Select(e => e.PersonId).ShouldBe(ids, ignoreOrder: true);
        var enrolled = enrolments.ConvertAll(e => e.Id);
        (await services.ReadAsync(db => db.EnrolmentTransitions.Where(t => enrolled.Contains(t.EnrolmentId) && t.From == null).Select(t => t.EnrolmentId).ToListAsync(Ct)))
            .ShouldBe(enrolled, ignoreOrder: true);
    }
}
