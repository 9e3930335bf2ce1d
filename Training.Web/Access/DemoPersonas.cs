using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Web.Access;

/// <summary>Somebody of the sample school whom a visitor of the demonstration can be.</summary>
public sealed record DemoPersona(string Name, IReadOnlyList<string> Roles, string? Email = null, string? Organisation = null);

/// <summary>The personas of the demonstration and the people of the sample school behind them.</summary>
public sealed class DemoPersonas(TrainingDbContext db)
{
    public static readonly IReadOnlyList<DemoPersona> All =
    [
        new("officer", [Roles.Officer, Roles.Approver], "yasmina.ozturk16@asbl-01.example.org", "ASBL-01"),
        new("approver", [Roles.Approver], "elodie.peeters24@asbl-01.example.org", "ASBL-01"),
        new("participant", [Roles.Participant], "maelle.vandenbroeck4@asbl-01.example.org"),
        new("trainer", [Roles.Trainer], Samples.SampleSchool.TrainerEmail),
        new("planner", [Roles.Planner]),
        new("manager", [Roles.Manager]),
        new("funder", [Roles.Funder]),
        new("administrator", [Roles.Administrator]),
    ];

    /// <summary>Who the persona is, or nothing when there is no such persona.</summary>
    public async Task<ClaimsPrincipal?> PrincipalAsync(string? persona, CancellationToken ct)
    {
        if (All.SingleOrDefault(p => p.Name == persona) is not { } chosen)
            return null;

        var person = chosen.Email is null ? null : await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Email == chosen.Email, ct);
        var organisation = chosen.Organisation is null ? null : await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == chosen.Organisation, ct);

        var claims = chosen.Roles.Select(role => new Claim(ClaimTypes.Role, role)).ToList();
        claims.Add(new Claim(ClaimTypes.Name, person?.FullName ?? chosen.Name));
        if (person is not null)
            claims.Add(new Claim(CurrentUser.PersonClaim, person.Id.Value.ToString()));
        if (organisation is not null)
            claims.Add(new Claim(CurrentUser.OrganisationClaim, organisation.Id.Value.ToString()));

        return new ClaimsPrincipal(new ClaimsIdentity(claims, "Demo"));
    }
}
