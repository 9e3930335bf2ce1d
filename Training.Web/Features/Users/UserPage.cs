using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Web.Features.Users;

/// <summary>One account: how its holder signs in, which roles it holds, and what may be done about it.</summary>
public sealed record UserPage(
    AccountId Id, string Name, DateTimeOffset? BlockedAt, int SignIns, UserPage.Open? Invited, IReadOnlyList<UserPage.Grant> Grants,
    IReadOnlyList<UserPage.Choice> Organisations, IReadOnlyList<UserPage.Choice> Funders, GrantForm Form)
{
    public static readonly IReadOnlyList<Role> Grantable = [.. Enum.GetValues<Role>().Where(role => role != Role.Participant)];

    /// <param name="HasLeft">Whether the grant holds no more because the employment has ended.</param>
    public sealed record Grant(RoleGrantId Id, Role Role, LocalizedText? Scope, bool ShowsNames, DateOnly From, DateOnly? To, bool Holds, bool HasLeft, string GrantedBy);

    public sealed record Choice(string Code, LocalizedText Name);

    /// <summary>An invitation that nobody has accepted yet.</summary>
    public sealed record Open(string? Address, DateOnly LastDay);

    /// <summary>What was typed as address and refused.</summary>
    public string? Address { get; init; }

    public static async Task<UserPage> FindAsync(TrainingDbContext db, AccountId id, GrantForm form, DateOnly today, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().Where(a => a.Id == id).OneAsync(ct);
        var invitation = await db.Invitations.AsNoTracking()
            .Where(i => i.AccountId == id && i.AcceptedAt == null && i.WithdrawnAt == null && i.LastDay >= today).OrderByDescending(i => i.RecordedAt).FirstOrDefaultAsync(ct);
        var organisations = await db.Organisations.AsNoTracking().OrderBy(o => o.Code).ToListAsync(ct);
        var funders = await db.Funders.AsNoTracking().OrderBy(f => f.Code).ToListAsync(ct);
        var employers = await db.Employments.AsNoTracking().Where(e => e.PersonId == account.PersonId).ToListAsync(ct);
        var grants = await db.RoleGrants.AsNoTracking().Where(g => g.AccountId == id).OrderBy(g => g.From).ThenBy(g => g.Id).ToListAsync(ct);

        return new UserPage(
            account.Id, account.Name, account.BlockedAt, await db.SignInIdentities.CountAsync(i => i.AccountId == id, ct),
            invitation is null ? null : new Open(invitation.Address, invitation.LastDay),
            [.. grants.Select(grant =>
            {
                var there = employers.Where(e => e.OrganisationId == grant.OrganisationId).ToList();
                var hasLeft = there.Count > 0 && !there.Exists(e => e.CoversDay(today));
                var scope = organisations.Find(o => o.Id == grant.OrganisationId)?.Name ?? funders.Find(f => f.Code == grant.FunderCode)?.Name;
                return new Grant(grant.Id, grant.Role, scope, grant.ShowsNames, grant.From, grant.To, grant.HoldsOn(today) && !hasLeft, hasLeft, grant.GrantedBy);
            })],
            [.. organisations.Select(o => new Choice(o.Code, o.Name))],
            [.. funders.Select(f => new Choice(f.Code, f.Name))],
            form);
    }
}
