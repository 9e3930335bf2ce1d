using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Persistence;

namespace Training.Web.Access;

/// <summary>
/// What a request knows of the account behind it. It is read anew for each request, so a role that was taken back or has ended is
/// gone at once, however long the session still lasts.
/// </summary>
public sealed class AccountClaims(TrainingDbContext db, HeldRoles roles)
{
    /// <param name="hat">The key of the hat that was chosen; the first one when nothing was, or when it is no longer held.</param>
    /// <returns>Nothing when the account is blocked or gone.</returns>
    public async Task<ClaimsPrincipal?> PrincipalAsync(AccountId id, string? hat, string authenticationType, CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.BlockedAt == null, ct) is not { } account)
            return null;

        var hats = Hat.Of(await roles.OfAsync(id, ct), account.PersonId);
        var worn = hats.FirstOrDefault(h => h.Key == hat) ?? (hats.Count > 0 ? hats[0] : null);
        return new ClaimsPrincipal(new ClaimsIdentity(ClaimsOf(account, hats, worn), authenticationType));
    }

    private static IEnumerable<Claim> ClaimsOf(Account account, IReadOnlyList<Hat> hats, Hat? worn)
    {
        yield return new(ClaimTypes.Name, account.Name);
        yield return new(CurrentUser.AccountClaim, account.Id.Value.ToString());
        if (account.PersonId is { } person)
            yield return new(CurrentUser.PersonClaim, person.Value.ToString());
        foreach (var choice in hats)
            yield return new(CurrentUser.ChoiceClaim, choice.Key);
        if (worn is null)
            yield break;

        yield return new(CurrentUser.HatClaim, worn.Key);
        foreach (var role in worn.Roles)
            yield return new(ClaimTypes.Role, role.ToString());
        foreach (var organisation in worn.Organisations)
            yield return new(CurrentUser.OrganisationClaim, organisation.Value.ToString());
        foreach (var funder in worn.Funders)
            yield return new(CurrentUser.FunderClaim, funder);
        if (worn.HidesNames)
            yield return new(CurrentUser.HidesNamesClaim, "true");
    }
}
