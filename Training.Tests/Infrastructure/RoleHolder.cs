using Training.Domain.Accounts;
using Training.Domain.People;

namespace Training.Tests.Infrastructure;

public static class RoleHolder
{
    /// <summary>Somebody with an account who holds a role since the beginning of the year.</summary>
    public static async Task<Person> WithRoleAsync(this TestSchool school, string firstName, Role role, RoleScope? scope = null)
    {
        var person = new Person(new PersonFacts(firstName, "Test", $"{firstName}@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        var account = new Account(person.FullName, person.Id);
        await school.SaveAsync(person, account, new RoleGrant(account.Id, role, scope ?? RoleScope.Everywhere, new DateOnly(2026, 1, 1), "tester", school.Clock.GetUtcNow()));
        return person;
    }
}
