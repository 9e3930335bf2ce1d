using Training.Domain.Accounts;
using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Web.Access;

/// <summary>
/// As what somebody acts at the moment: roles that go together, and the scope within which all of them are held. Organisations
/// for which the same roles are held are one hat; where one approves only is another, so that no ability leaks from one employer to the next.
/// </summary>
/// <param name="HidesNames">For a funder reader, unless every grant allows names.</param>
public sealed record Hat(IReadOnlyList<Role> Roles, IReadOnlyList<OrganisationId> Organisations, IReadOnlyList<string> Funders, bool HidesNames)
{
    /// <summary>What stands in a form for it: <c>officer-approver</c>. No two hats of one account share it.</summary>
    public string Key => string.Join('-', Roles.Select(role => role.ToString().ToLowerInvariant()));

    /// <summary>The roles that a key stands for.</summary>
    public static IEnumerable<Role> RolesOf(string key) => key.Split('-').Select(name => Enum.Parse<Role>(name, ignoreCase: true));

    /// <summary>Every hat that an account may wear: work first, the own file last.</summary>
    public static IReadOnlyList<Hat> Of(IReadOnlyList<RoleGrant> grants, PersonId? person)
    {
        var employers =
            from grant in grants
            where grant.OrganisationId is not null
            group grant.Role by grant.OrganisationId!.Value into held
            let roles = held.Distinct().Order().ToList()
            group held.Key by string.Join('-', roles) into alike
            select new Hat([.. RolesOf(alike.Key)], [.. alike], [], false);
        var others =
            from grant in grants
            where grant.OrganisationId is null
            group grant by grant.Role into held
            select new Hat([held.Key], [], [.. held.Select(grant => grant.FunderCode).OfType<string>().Distinct()],
                held.Key == Role.Funder && !held.All(grant => grant.ShowsNames));

        var hats = employers.Concat(others).OrderBy(hat => hat.Roles[0]).ThenByDescending(hat => hat.Roles.Count);
        return person is null ? [.. hats] : [.. hats, new Hat([Role.Participant], [], [], false)];
    }
}
