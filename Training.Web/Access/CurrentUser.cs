using System.Security.Claims;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Web.Access;

/// <summary>The person signed in: the hat they wear, and the scope that comes with it.</summary>
public sealed class CurrentUser(IHttpContextAccessor accessor)
{
    public const string AccountClaim = "training:account";
    public const string PersonClaim = "training:person";
    public const string OrganisationClaim = "training:organisation";
    public const string FunderClaim = "training:funder";
    public const string HidesNamesClaim = "training:hides-names";
    public const string HatClaim = "training:hat";
    public const string ChoiceClaim = "training:choice";

    private ClaimsPrincipal Principal => accessor.HttpContext?.User ?? new ClaimsPrincipal();

    public bool IsSignedIn => Principal.Identity?.IsAuthenticated == true;

    public string Name => Principal.Identity?.Name ?? "";

    public AccountId? Account => IdOf(AccountClaim) is { } id ? new AccountId(id) : null;

    public PersonId? Person => IdOf(PersonClaim) is { } id ? new PersonId(id) : null;

    /// <summary>The key of the hat that is on; nothing for an account without any role.</summary>
    public string? Hat => Principal.FindFirstValue(HatClaim);

    /// <summary>The keys of the hats that may be put on.</summary>
    public IReadOnlyList<string> Hats => [.. Principal.FindAll(ChoiceClaim).Select(claim => claim.Value)];

    /// <summary>The organisations for which one acts as training officer or approver.</summary>
    public IReadOnlyList<OrganisationId> Organisations =>
        [.. Principal.FindAll(OrganisationClaim).Select(claim => new OrganisationId(Guid.Parse(claim.Value)))];

    /// <summary>The funders for whom one reads.</summary>
    public IReadOnlyList<string> Funders => [.. Principal.FindAll(FunderClaim).Select(claim => claim.Value)];

    public Actor Actor => new(IsSignedIn ? Name : "anonymous", "page");

    public bool Can(string ability) => Roles.With(ability).Any(Principal.IsInRole);

    /// <summary>The organisation for which one acts: the one that was asked for, if it is in scope, or the first. Anything else is not there.</summary>
    public OrganisationId ActingFor(OrganisationId? asked = null) =>
        Organisations.Where(organisation => asked is null || organisation == asked).Cast<OrganisationId?>().FirstOrDefault()
        ?? throw new NotFoundException(nameof(Organisation));

    /// <summary>Whose rows the person may see, as the table of <see cref="Roles"/> says for the hat that is on.</summary>
    public Reader Reader
    {
        get
        {
            var reach = Roles.All.Where(role => Principal.IsInRole(role.Key.ToString())).Select(role => role.Value.Reach).ToHashSet();
            if (reach.Contains(Reach.School))
                return Reader.WholeSchool;

            return new Reader
            {
                Organisations = reach.Contains(Reach.Organisations) ? Organisations : [],
                Funders = reach.Contains(Reach.Funders) ? Funders : [],
                HidesNames = Principal.HasClaim(claim => claim.Type == HidesNamesClaim),
                AsTrainer = reach.Contains(Reach.OwnSessions) ? Person : null,
                AsSelf = reach.Contains(Reach.NoFile) ? null : Person,
            };
        }
    }

    private Guid? IdOf(string claim) => Principal.FindFirstValue(claim) is { } id ? Guid.Parse(id) : null;
}
