using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Accounts;
using Training.Domain.ChangeRecords;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Retention;
using Training.Reports.Reporting;
using Training.Reports.Words;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Retention;

/// <summary>What goes when its time is over: drawn up by a job, destroyed by two people.</summary>
public class DestructionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Names_the_file_that_nothing_keeps_and_takes_its_name_once_two_people_have_said_so(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var (gone, working) = await GoneAndWorkingAsync(app);
        var run = (await app.DoAsync((ReportDesk desk) => desk.RunAsync(new ReportQuestion("r8", new(2026, 1, 1), new(2026, 6, 30)), "manager", Ct))).Run!.Value;

        app.Clock.SetOfficeTime("2028-06-30 05:30");
        (await DrawUpAsync(app)).ShouldBe(0, "nothing is two years old");
        app.Clock.SetOfficeTime("2029-06-30 05:30");
        (await DrawUpAsync(app)).ShouldBe(2, "old notes of both, but three years without work are not over");
        (await app.ReadAsync(db => db.DestructionLists.SelectMany(list => list.Items).Select(item => item.Class).ToListAsync(Ct))).ShouldAllBe(kind => kind == DestructionClass.ChangeRecord);
        await ReleaseAsync(app, "planner", "fr");
        await ReleaseAsync(app, "manager", "nl");

        app.Clock.SetOfficeTime("2029-07-02 05:30");
        (await DrawUpAsync(app)).ShouldBe(1);
        (await DrawUpAsync(app)).ShouldBe(0, "the list waits");
        await ReleaseAsync(app, "planner", "fr");
        (await (await app.ClientForAsync("planner")).PageAsync("/fr/retention")).QuerySelector("main form").ShouldBeNull("the same person is not the second");
        (await NameAsync(app, gone)).ShouldBe("Gaston");

        await ReleaseAsync(app, "manager", "nl");
        (await NameAsync(app, gone)).ShouldBe("–");
        (await NameAsync(app, working)).ShouldBe("Wanda");
        var (again, matches) = await app.DoAsync((ReportDesk desk) => desk.RecomputeAsync(run, Ct));
        var named = Encoding.UTF8.GetString(ReportCsv.Write(again, Wording.In("fr")));
        (matches, named.Contains("Gaston", StringComparison.Ordinal), named.Contains("Wanda Test", StringComparison.Ordinal), named.Contains(";P-", StringComparison.Ordinal)).ShouldBe((true, false, true, true));
        (await app.ReadAsync(db => db.PersonalValues.CountAsync(v => db.ChangeRecords.Any(r => r.Id == v.RecordId && r.AggregateId == gone.Id.Value), Ct))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Spares_whoever_came_back_while_the_list_waited(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var (gone, working) = await GoneAndWorkingAsync(app);
        app.Clock.SetOfficeTime("2029-07-02 05:30");
        await DrawUpAsync(app);
        var employer = await app.ReadAsync(db => db.Employments.Where(e => e.PersonId == working.Id).Select(e => e.OrganisationId).SingleAsync(Ct));
        await app.SaveAsync(new Employment(gone.Id, employer, new EmploymentTerms("FUN-SW", 1, FundingStatus.NotGeco, StaffCategory.Private, 4, null, new(2029, 7, 1))));

        await ReleaseAsync(app, "planner", "fr");
        await ReleaseAsync(app, "manager", "nl");

        (await NameAsync(app, gone)).ShouldBe("Gaston");
        (await app.ReadAsync(db => db.DestructionLists.Select(l => l.DestroyedAt).SingleAsync(Ct))).ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task Takes_a_decided_request_for_access_with_what_the_record_of_changes_said_of_it(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        AccessRequest Asked(string name) => new(
            new SignInKey("https://issuer.example", name), new AccessRequestFacts(name, "Test", $"{name}@home.example", null, null, "ASBL inconnue", "Bonjour"), app.Clock.GetUtcNow());
        var (refused, waits) = (Asked("nadia"), Asked("omar"));
        refused.Refuse("Inconnue", "tester", app.Clock.GetUtcNow()).ShouldBeNull();
        await app.SaveAsync(refused, waits);

        app.Clock.SetOfficeTime("2028-11-22 05:30");
        (await DrawUpAsync(app)).ShouldBe(0, "the decision is not two years old");
        app.Clock.SetOfficeTime("2028-11-25 05:30");
        (await DrawUpAsync(app)).ShouldBe(1, "whoever waits for a decision stays");
        await ReleaseAsync(app, "planner", "fr");
        await ReleaseAsync(app, "manager", "nl");

        (await app.ReadAsync(db => db.AccessRequests.Select(r => r.Id).ToListAsync(Ct))).ShouldBe([waits.Id]);
        var records = await app.ReadAsync(db => db.ChangeRecords.Where(r => r.AggregateId == refused.Id.Value).OrderBy(r => r.Sequence).ToListAsync(Ct));
        records[^1].Changes.ShouldContain("Deleted");
        (await app.ReadAsync(db => db.PersonalValues.CountAsync(v => db.ChangeRecords.Any(r => r.Id == v.RecordId && r.AggregateId == refused.Id.Value), Ct))).ShouldBe(0);
        (await app.ReadAsync(db => db.PersonalValues.CountAsync(v => db.ChangeRecords.Any(r => r.Id == v.RecordId && r.AggregateId == waits.Id.Value), Ct))).ShouldBeGreaterThan(0);
        (await app.DoAsync((VerifyChangeRecords verify) => verify.HandleAsync(Ct))).Broken.ShouldBeNull();
    }

    [Fact]
    public void Counts_the_same_person_once()
    {
        var (now, list) = (TestClock.New().GetUtcNow(), new DestructionList([(DestructionClass.Identity, Guid.CreateVersion7())], TestClock.FirstDay, TestClock.New().GetUtcNow()));

        list.Release("A", now).IsRefused.ShouldBeFalse();
        list.Release("A", now).Refusal.ShouldBe(new SecondPersonNeeded());
        list.IsReleased.ShouldBeFalse();
        list.Release("B", now).IsRefused.ShouldBeFalse();
        list.Destroy(now);
        list.Release("C", now).Refusal.ShouldBe(new AlreadyDestroyed());
    }

    [Theory, BothDatabases]
    public async Task Is_proved_by_entries_that_nobody_can_take_back(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var list = new DestructionList([(DestructionClass.Identity, Guid.CreateVersion7())], TestClock.FirstDay, school.Clock.GetUtcNow());
        list.Release("A", school.Clock.GetUtcNow());
        await school.SaveAsync(list);

        foreach (var sql in new[] { "delete from destruction_items", "update destruction_releases set released_by = 'B'" })
            await Should.ThrowAsync<System.Data.Common.DbException>(() => school.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql, Ct)));
    }

    private static async Task<(Person Gone, Person Working)> GoneAndWorkingAsync(TrainingApp app)
    {
        var employer = new Organisation("ORG-1", new(OrganisationType.Association, new("A", "A"), null, null, LanguageRegime.Bilingual, "SEC-COH", null));
        var gone = new Person(new PersonFacts("Gaston", "Test", "gaston@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        var working = new Person(new PersonFacts("Wanda", "Test", "wanda@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        var terms = new EmploymentTerms("FUN-SW", 1, FundingStatus.NotGeco, StaffCategory.Private, 4, null, new(2020, 1, 1));
        var ended = new Employment(gone.Id, employer.Id, terms);
        ended.EndOn(new(2026, 6, 30));
        await app.SaveAsync(employer, gone, working, ended, new Employment(working.Id, employer.Id, terms));
        return (gone, working);
    }

    private static async Task ReleaseAsync(TrainingApp app, string persona, string language)
    {
        var (client, address) = (await app.ClientForAsync(persona), $"/{language}/retention");
        using var released = await client.SubmitAsync(address, (await client.PageAsync(address)).Form("main form"));
        released.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    private static Task<string> NameAsync(TrainingApp app, Person person) => app.ReadAsync(db => db.People.Where(p => p.Id == person.Id).Select(p => p.FirstName).SingleAsync(Ct));

    private static Task<int> DrawUpAsync(TrainingApp app) => app.DoAsync((DrawUpDestruction use) => use.HandleAsync(Ct));
}
