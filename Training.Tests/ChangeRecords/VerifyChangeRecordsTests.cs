using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shouldly;
using Training.Domain.ChangeRecords;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.ChangeRecords;

public class VerifyChangeRecordsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Finds_every_chain_whole_after_changes_over_several_days(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var person = await PersonWithHistoryAsync(school);

        var verdict = await VerifyAsync(school);

        verdict.Broken.ShouldBeNull();
        verdict.Seals.ShouldBe(2);
        var chain = await school.ReadAsync(db => db.ChangeRecords.Where(r => r.AggregateId == person.Id.Value).OrderBy(r => r.Sequence).ToListAsync(Ct));
        chain.Select(record => record.Sequence).ShouldBe([1, 2, 3]);
        chain[1].PreviousHash.ShouldBe(chain[0].Hash);
    }

    [Theory, BothDatabases]
    public async Task Holds_for_moments_finer_than_the_database_keeps(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        school.Clock.AdjustTime(school.Clock.GetUtcNow().AddTicks(9_999_999));

        await school.SaveAsync(SomePerson());

        (await VerifyAsync(school)).Broken.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Stays_green_when_personal_values_are_erased(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var person = await PersonWithHistoryAsync(school);

        var erased = await school.DoAsync((ErasePersonalValues use) => use.HandleAsync(new(person.Id), Ct));

        erased.ShouldBeGreaterThan(0);
        (await school.ReadAsync(db => db.PersonalValues.AnyAsync(v => db.ChangeRecords.Any(r => r.Id == v.RecordId && r.AggregateId == person.Id.Value), Ct))).ShouldBeFalse();
        (await VerifyAsync(school)).Broken.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Keeps_no_personal_value_in_the_record_itself(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var person = await PersonWithHistoryAsync(school);

        var changes = await school.ReadAsync(db => db.ChangeRecords.Where(r => r.AggregateId == person.Id.Value).Select(r => r.Changes).ToListAsync(Ct));

        string.Concat(changes).ShouldNotContain("Jansen");
        string.Concat(changes).ShouldNotContain("example.org");
    }

    [Theory, BothDatabases]
    public async Task Names_the_record_that_somebody_altered(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var person = await PersonWithHistoryAsync(school);

        await TamperAsync(school, $"update change_records set recorded_by = 'nobody' where sequence = 2 and {Of(person, school)}");

        var broken = (await VerifyAsync(school)).Broken;
        broken.ShouldBe(new BrokenLink(LinkFault.RecordAltered, $"person {person.Id.Value} #2"));
    }

    [Theory, BothDatabases]
    public async Task Names_the_record_after_one_that_is_gone(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var person = await PersonWithHistoryAsync(school);

        await TamperAsync(school, $"delete from personal_values; delete from change_records where sequence = 2 and {Of(person, school)}");

        (await VerifyAsync(school)).Broken.ShouldBe(new BrokenLink(LinkFault.RecordMissing, $"person {person.Id.Value} #3"));
    }

    [Theory, BothDatabases]
    public async Task Names_the_day_from_which_the_end_of_a_chain_is_gone(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var person = await PersonWithHistoryAsync(school);

        await TamperAsync(school, $"delete from personal_values; delete from change_records where sequence > 1 and {Of(person, school)}");

        (await VerifyAsync(school)).Broken.ShouldBe(new BrokenLink(LinkFault.SealBroken, "2026-11-24"));
    }

    [Theory, BothDatabases]
    public async Task Names_the_record_whose_kept_value_was_exchanged(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var person = await PersonWithHistoryAsync(school);

        await TamperAsync(school, "update personal_values set new_value = 'Somebody else' where field = 'LastName' and old_value is not null");

        (await VerifyAsync(school)).Broken.ShouldBe(new BrokenLink(LinkFault.PersonalValueAltered, $"person {person.Id.Value} #2"));
    }

    [Theory, BothDatabases]
    public async Task Finds_a_day_sealed_once_however_often_it_is_asked_for(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await PersonWithHistoryAsync(school);

        (await school.DoAsync((SealDay use) => use.HandleAsync(Ct))).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Covers_days_without_a_seal_by_the_next_one(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await PersonWithHistoryAsync(school);
        school.Clock.SetOfficeTime("2026-11-30 00:20");

        var seal = await school.DoAsync((SealDay use) => use.HandleAsync(Ct));

        seal!.Date.ShouldBe(new DateOnly(2026, 11, 29));
        seal.Heads.ShouldBe(1);
        (await VerifyAsync(school)).Broken.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Finds_one_chain_where_two_changed_the_same_person_at_once(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var person = SomePerson();
        await school.SaveAsync(person);

        // Somebody else saves after this one has worked out the next place in the chain, and takes that place.
        var saved = await school.DoAsync(async (DbContextOptions<TrainingDbContext> options) =>
        {
            var meanwhile = new Meanwhile(() => RenameAsync(school, person, "Peeters"));
            await using var db = new TrainingDbContext(new DbContextOptionsBuilder<TrainingDbContext>(options).AddInterceptors(meanwhile).Options);
            var stored = await db.People.SingleAsync(p => p.Id == person.Id, Ct);
            stored.Restate(new PersonFacts("An", "Maes", null, stored.Language, stored.Gender, null, null));
            return await db.TrySaveAsync(Ct);
        });

        saved.ShouldBeFalse();
        (await VerifyAsync(school)).Broken.ShouldBeNull();
    }

    // Made on Monday 23, changed on 24 and 25 November; sealed in the nights after the first two days.
    private static async Task<Person> PersonWithHistoryAsync(TestSchool school)
    {
        var person = SomePerson();
        await school.SaveAsync(person);
        await SealAsync(school, "2026-11-24 00:20");
        school.Clock.SetOfficeTime("2026-11-24 10:00");
        await RenameAsync(school, person, "Jansen");
        await SealAsync(school, "2026-11-25 00:20");
        school.Clock.SetOfficeTime("2026-11-25 10:00");
        await RenameAsync(school, person, "Jansen-Maes");
        return person;
    }

    private static Person SomePerson() =>
        new(new PersonFacts("An", "Jansens", "an@example.org", CorrespondenceLanguage.Nl, Gender.F, 1990, null));

    private static Task RenameAsync(TestSchool school, Person person, string lastName) => school.Services.DoAsync<TrainingDbContext>(async db =>
    {
        var stored = await db.People.SingleAsync(p => p.Id == person.Id, Ct);
        stored.Restate(new PersonFacts(stored.FirstName, lastName, stored.Email, stored.Language, stored.Gender, stored.YearOfBirth, stored.LevelHeld));
        await db.SaveChangesAsync(Ct);
    });

    private static async Task SealAsync(TestSchool school, string at)
    {
        school.Clock.SetOfficeTime(at);
        (await school.DoAsync((SealDay use) => use.HandleAsync(Ct))).ShouldNotBeNull();
    }

    private static Task<VerifyChangeRecords.Verdict> VerifyAsync(TestSchool school) => school.DoAsync((VerifyChangeRecords use) => use.HandleAsync(Ct));

    private static string Of(Person person, TestSchool school) =>
        $"aggregate_id = '{(school.Engine == Engine.Sqlite ? person.Id.Value.ToString().ToUpperInvariant() : person.Id.Value.ToString())}'";

    private sealed class Meanwhile(Func<Task> somebodyElse) : SaveChangesInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await somebodyElse();
            return result;
        }
    }

    // The database refuses to change a record, so whoever tampers first takes its guards away.
    private static Task TamperAsync(TestSchool school, string sql) => school.Services.DoAsync<TrainingDbContext>(async db =>
    {
        await db.Database.ExecuteSqlRawAsync(
            school.Engine == Engine.Sqlite
                ? "drop trigger change_records_no_update; drop trigger change_records_no_delete;"
                : "drop trigger change_records_append_only on change_records;", Ct);
        (await db.Database.ExecuteSqlRawAsync(sql, Ct)).ShouldBeGreaterThan(0);
    });
}
