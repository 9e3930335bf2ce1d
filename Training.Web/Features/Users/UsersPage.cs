using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Users;

/// <summary>The accounts, by name.</summary>
public sealed record UsersPage(string? Query, IReadOnlyList<UsersPage.Line> Lines, int Found)
{
    private const int MaxShown = 100;

    /// <param name="Roles">Those granted for today; whether an employment has ended meanwhile shows on the page of the account.</param>
    public sealed record Line(AccountId Id, string Name, IReadOnlyList<Role> Roles, bool IsBlocked, bool HasSignedIn, bool IsInvited);

    /// <summary>What was typed for a new account and refused.</summary>
    public string? NewName { get; init; }

    public static async Task<UsersPage> FindAsync(TrainingDbContext db, string? query, DateOnly today, CancellationToken ct)
    {
        var words = new SearchWords(query);
        var names = await db.Accounts.Select(account => new { account.Id, account.Name }).ToListAsync(ct);
        var found = names.Where(account => words.FoundIn(account.Name)).OrderBy(account => account.Name, StringComparer.InvariantCultureIgnoreCase).Select(account => account.Id).ToList();
        var ids = found.Take(MaxShown).ToList();
        var shown = await db.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id)).Select(account => new
        {
            Account = account,
            HasSignedIn = db.SignInIdentities.Any(i => i.AccountId == account.Id),
            IsInvited = db.Invitations.Any(i => i.AccountId == account.Id && i.AcceptedAt == null && i.WithdrawnAt == null && i.LastDay >= today),
        }).ToListAsync(ct);
        var roles = (await db.RoleGrants.AsNoTracking().HeldOn(today).Where(g => ids.Contains(g.AccountId)).ToListAsync(ct))
            .ToLookup(grant => grant.AccountId, grant => grant.Role);

        return new UsersPage(
            query,
            [.. shown.OrderBy(row => ids.IndexOf(row.Account.Id)).Select(row => new Line(
                row.Account.Id, row.Account.Name, [.. roles[row.Account.Id].Distinct().Order()], row.Account.BlockedAt is not null, row.HasSignedIn, row.IsInvited))],
            found.Count);
    }
}
