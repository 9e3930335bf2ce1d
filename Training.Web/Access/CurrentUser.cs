using System.Security.Claims;
using Training.Domain;
using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Web.Access;

/// <summary>The person signed in: their roles, and the scope within which they hold them.</summary>
public sealed class CurrentUser(IHttpContextAccessor accessor)
{
    public const string PersonClaim = "training:person";
    public const string OrganisationClaim = "training:organisation";

    private ClaimsPrincipal Principal => accessor.HttpContext?.User ?? new ClaimsPrincipal();

    public bool IsSignedIn => Principal.Identity?.IsAuthenticated == true;

    public string Name => Principal.Identity?.Name ?? "";

    public PersonId? Person => Principal.FindFirstValue(PersonClaim) is { } id ? new PersonId(Guid.Parse(id)) : null;

    /// <summary>The organisation for which one acts as training officer or approver.</summary>
    public OrganisationId? Organisation => Principal.FindFirstValue(OrganisationClaim) is { } id ? new OrganisationId(Guid.Parse(id)) : null;

    public Actor Actor => new(IsSignedIn ? Name : "anonymous", "page");

    public bool Can(string ability) => Roles.With(ability).Any(Principal.IsInRole);

    /// <summary>Whose rows the person may see. The secretariat and the managers see the school, everybody else their own circle.</summary>
    public Reader Reader => Principal.IsInRole(Roles.Planner) || Principal.IsInRole(Roles.Manager)
        ? Reader.WholeSchool
        : new Reader
        {
            Organisations = Organisation is { } organisation && (Principal.IsInRole(Roles.Officer) || Principal.IsInRole(Roles.Approver)) ? [organisation] : [],
            AsTrainer = Principal.IsInRole(Roles.Trainer) ? Person : null,
            AsSelf = Person,
        };
}
