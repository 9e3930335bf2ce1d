using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Accounts;

/// <summary>Gives an account a role within a scope, from today on.</summary>
public sealed class GrantRole(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Organisation">The code of the organisation, for a role that is held for one.</param>
    public sealed record Request(AccountId Account, Role Role, string? Organisation, string? Funder, bool ShowsNames);

    public async Task<Outcome<RoleGrantId>> HandleAsync(Request request, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().Where(a => a.Id == request.Account).OneAsync(ct);
        var scope = await ScopeAsync(request, ct);
        if (!scope.Fits(request.Role))
            return new RoleScopeMissing();

        var today = clock.Today;
        if (await db.RoleGrants.AnyAsync(g => g.AccountId == account.Id && g.Role == request.Role && g.OrganisationId == scope.Organisation
            && g.FunderCode == scope.FunderCode && (g.To == null || g.To >= today), ct))
            return new RoleAlreadyHeld();

        var grant = new RoleGrant(account.Id, request.Role, scope, today, current.Actor.Name, clock.Now);
        db.Add(grant);
        return await db.TrySaveAsync(ct) ? grant.Id : new ChangedMeanwhile();
    }

    // What the role has no use for is left aside, so that a form may ask for everything at once.
    private async Task<RoleScope> ScopeAsync(Request request, CancellationToken ct) => request.Role switch
    {
        Role.Officer or Role.Approver => new((await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == request.Organisation, ct))?.Id),
        Role.Funder => new(FunderCode: (await db.Funders.AsNoTracking().SingleOrDefaultAsync(f => f.Code == request.Funder, ct))?.Code, ShowsNames: request.ShowsNames),
        _ => RoleScope.Everywhere,
    };
}
