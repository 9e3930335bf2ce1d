using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Accounts;

internal static class RoleHolders
{
    /// <summary>Who holds a role on a day and can sign in, by the organisation that the role is held for; under no organisation for the whole school.</summary>
    public static async Task<ILookup<OrganisationId?, PersonId>> HoldersAsync(this TrainingDbContext db, Role role, DateOnly day, CancellationToken ct)
    {
        var holders = await (
            from grant in db.RoleGrants
            join account in db.Accounts on grant.AccountId equals account.Id
            where grant.Role == role && grant.From <= day && (grant.To == null || day <= grant.To)
            where account.PersonId != null && account.BlockedAt == null
            select new { grant.OrganisationId, Person = account.PersonId!.Value }).Distinct().ToListAsync(ct);
        return holders.ToLookup(holder => holder.OrganisationId, holder => holder.Person);
    }
}
