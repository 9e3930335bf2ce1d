using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Accounts;

public static class RoleHolders
{
    /// <summary>Those that hold on a day, whatever became of their account.</summary>
    public static IQueryable<RoleGrant> HeldOn(this IQueryable<RoleGrant> grants, DateOnly day) => grants.Where(grant => grant.From <= day && (grant.To == null || day <= grant.To));

    /// <summary>Training officers on a day who can sign in and have a file, by the organisation for which they are.</summary>
    internal static async Task<ILookup<OrganisationId, PersonId>> OfficersAsync(this TrainingDbContext db, DateOnly day, CancellationToken ct)
    {
        var holders = await (
            from grant in db.RoleGrants.HeldOn(day)
            join account in db.Accounts on grant.AccountId equals account.Id
            where grant.Role == Role.Officer && account.PersonId != null && account.BlockedAt == null
            select new { Organisation = grant.OrganisationId!.Value, Person = account.PersonId!.Value }).Distinct().ToListAsync(ct);
        return holders.ToLookup(holder => holder.Organisation, holder => holder.Person);
    }
}
