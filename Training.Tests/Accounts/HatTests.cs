using Shouldly;
using Training.Domain.Accounts;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Web.Access;
using Xunit;

namespace Training.Tests.Accounts;

/// <summary>Which roles are worn together.</summary>
public class HatTests
{
    [Fact]
    public void Is_one_for_organisations_with_the_same_roles_and_another_where_they_differ()
    {
        var (account, north, south, west) = (new Account("Ann", null), OrganisationId.New(), OrganisationId.New(), OrganisationId.New());
        RoleGrant[] grants =
        [
            Grant(account, Role.Officer, new(north)), Grant(account, Role.Approver, new(north)), Grant(account, Role.Approver, new(south)),
            Grant(account, Role.Approver, new(west)), Grant(account, Role.Officer, new(west)),
        ];

        var hats = Hat.Of(grants, PersonId.New());

        hats.Select(hat => hat.Key).ShouldBe(["officer-approver", "approver", "participant"]);
        hats[0].Organisations.ShouldBe([north, west], ignoreOrder: true);
        hats[1].Organisations.ShouldBe([south]);
    }

    [Fact]
    public void Hides_names_from_a_funder_reader_unless_every_grant_allows_them()
    {
        var account = new Account("Fatima", null);
        var open = Grant(account, Role.Funder, new(FunderCode: "COCOF", ShowsNames: true));

        Hat.Of([open], null).Single().HidesNames.ShouldBeFalse();
        Hat.Of([open, Grant(account, Role.Funder, new(FunderCode: "VGC"))], null).Single().HidesNames.ShouldBeTrue();
    }

    private static RoleGrant Grant(Account account, Role role, RoleScope scope) =>
        new(account.Id, role, scope, new DateOnly(2026, 1, 1), "test", DateTimeOffset.UnixEpoch);
}
