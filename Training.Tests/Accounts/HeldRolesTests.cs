using Shouldly;
using Training.Domain.Accounts;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Accounts;

/// <summary>Which roles count today.</summary>
public class HeldRolesTests
{
    private static readonly DateOnly LastDay = new(2026, 11, 30);

    [Theory, BothDatabases]
    public async Task End_on_the_day_after_the_last_day_of_the_employment(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var account = await OfficerAsync(school, LastDay);

        school.Clock.SetOfficeTime(LastDay, new(23, 59));
        (await HeldAsync(school, account)).ShouldBe([Role.Officer]);

        school.Clock.SetOfficeTime(LastDay.AddDays(1), new(0, 0));
        (await HeldAsync(school, account)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Hold_by_the_grant_alone_for_somebody_who_was_never_employed_there(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (organisation, account) = (Association(), new Account("Jef Volunteer", null));
        await school.SaveAsync(organisation, account, Grant(account, Role.Approver, new(organisation.Id)));

        (await HeldAsync(school, account.Id)).ShouldBe([Role.Approver]);
    }

    [Theory, BothDatabases]
    public async Task Begin_and_end_on_the_days_of_the_grant(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var account = new Account("Els Planner", null);
        var grant = new RoleGrant(account.Id, Role.Planner, RoleScope.Everywhere, TestClock.FirstDay.AddDays(1), "test", school.Clock.GetUtcNow());
        grant.EndOn(TestClock.FirstDay.AddDays(2));
        await school.SaveAsync(account, grant);

        var held = new List<int>();
        for (var day = 0; day < 4; day++)
        {
            school.Clock.SetOfficeTime(TestClock.FirstDay.AddDays(day), new(9, 0));
            held.Add((await HeldAsync(school, account.Id)).Count);
        }

        held.ShouldBe([0, 1, 1, 0]);
    }

    [Fact]
    public void Refuse_a_scope_that_does_not_belong_to_the_role() =>
        Should.Throw<ArgumentException>(() => Grant(new Account("Ann", null), Role.Officer, RoleScope.Everywhere));

    private static async Task<AccountId> OfficerAsync(TestSchool school, DateOnly lastDay)
    {
        var (organisation, person) = (Association(), new Person(new("An", "Claes", null, CorrespondenceLanguage.Nl, Gender.F, null, null)));
        var terms = new EmploymentTerms("FUN-SW", 1, FundingStatus.NotGeco, StaffCategory.Private, null, null, new(2020, 1, 1));
        var employment = new Employment(person.Id, organisation.Id, terms);
        var next = employment.ChangeTo(terms with { Start = lastDay.AddDays(1) });
        var account = new Account(person.FullName, person.Id);
        next.PersonId.ShouldBe(person.Id);
        await school.SaveAsync(organisation, person, employment, account, Grant(account, Role.Officer, new(organisation.Id)));
        return account.Id;
    }

    private static Organisation Association() => new("ASBL-X", new OrganisationFacts(
        OrganisationType.Association, new LocalizedText("Association", "Vereniging"), null, null, LanguageRegime.Bilingual, "SEC-COH", null));

    private static RoleGrant Grant(Account account, Role role, RoleScope scope) =>
        new(account.Id, role, scope, new DateOnly(2026, 1, 1), "test", DateTimeOffset.UnixEpoch);

    private static async Task<IReadOnlyList<Role>> HeldAsync(TestSchool school, AccountId account) =>
        [.. (await school.DoAsync<HeldRoles, List<RoleGrant>>(roles => roles.OfAsync(account, TestContext.Current.CancellationToken))).Select(grant => grant.Role)];
}
