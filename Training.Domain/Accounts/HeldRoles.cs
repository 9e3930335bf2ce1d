using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Accounts;

/// <summary>
/// The roles that an account holds today. A role within an organisation ends by itself with the employment there: on the day after
/// the last day it is gone, whatever the grant says. Somebody who was never employed there (a volunteer on the board) holds it by the grant alone.
/// </summary>
public sealed class HeldRoles(TrainingDbContext db, OfficeClock clock)
{
    public Task<List<RoleGrant>> OfAsync(AccountId account, CancellationToken ct)
    {
        var today = clock.Today;
        return (
            from grant in db.RoleGrants.AsNoTracking().HeldOn(today)
            join holder in db.Accounts on grant.AccountId equals holder.Id
            where grant.AccountId == account
            where grant.OrganisationId == null
                || !db.Employments.Any(e => e.PersonId == holder.PersonId && e.OrganisationId == grant.OrganisationId)
                || db.Employments.Any(e => e.PersonId == holder.PersonId && e.OrganisationId == grant.OrganisationId
                    && e.Start <= today && (e.End == null || today <= e.End))
            orderby grant.Id
            select grant).ToListAsync(ct);
    }
}
