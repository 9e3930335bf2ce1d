using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.TimeRelease;

/// <summary>What the hours of an odd employment come to, or who refuses it.</summary>
public class BadEmploymentTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task That_overlaps_counts_together_for_no_more_than_one_full_time_post(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var (halves, both) = (await taught.PersonAsync(employer, "Ana", 0.5m), await taught.PersonAsync(employer, "Bert", 0.8m));
        await school.SaveAsync(Also(halves, employer, 0.5m, new(2020, 2, 1)), Also(both, employer, 0.5m, new(2026, 7, 1)));

        // Two halves make a whole. Bert works 0.8 for 181 days and then 1.3, which counts as one: (181 × 0.8 + 184) / 365 × 2280.
        (await GrantedAsync(school, halves, employer)).ShouldBe(2280);
        (await GrantedAsync(school, both, employer)).ShouldBe(2054);
    }

    [Theory, BothDatabases]
    public async Task With_a_fraction_of_nothing_or_above_one_is_refused_by_code_and_database(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana");

        foreach (var fraction in new[] { 0m, -0.5m, 1.01m })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => Also(person, employer, fraction, new(2026, 1, 1)));
            await Should.ThrowAsync<System.Data.Common.DbException>(() =>
                school.ReadAsync(db => db.Employments.ExecuteUpdateAsync(set => set.SetProperty(e => e.FteFraction, fraction), Ct)));
        }

        (await school.ReadAsync(db => db.Employments.Select(e => e.FteFraction).SingleAsync(Ct))).ShouldBe(1m);
    }

    private static Employment Also(Person person, Organisation employer, decimal fte, DateOnly start) =>
        new(person.Id, employer.Id, new("FUN-SW", fte, FundingStatus.GecoAssociation, StaffCategory.Private, 4, "ACS-2", start));

    private static async Task<int> GrantedAsync(TestSchool school, Person person, Organisation employer) => (await school.DoAsync((TimeReleaseAccounts accounts) =>
        accounts.FindOrOpenAsync(person.Id, employer.Id, Schemes.GecoLocal, TestClock.FirstDay, Ct))).GrantedMinutes;
}
