using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Accounts;

/// <summary>
/// Lets the first administrator of a new school in: an account, the role and an invitation. Asked again before somebody has accepted, it invites to the
/// same account and the earlier invitation no longer holds; afterwards administrators invite each other.
/// </summary>
public sealed class InviteFirstAdministrator(TrainingDbContext db, OfficeClock clock, OpenAccount open, GrantRole grant, InviteToAccount invite)
{
    public sealed record Request(string Name);

    public async Task<Outcome<InviteToAccount.Invited>> HandleAsync(Request request, CancellationToken ct)
    {
        var held = db.RoleGrants.HeldOn(clock.Today);
        var administrators = db.Accounts.Where(a => a.BlockedAt == null && held.Any(g => g.AccountId == a.Id && g.Role == Role.Administrator));
        if (await administrators.AnyAsync(a => db.SignInIdentities.Any(i => i.AccountId == a.Id), ct))
            return new AdministratorExists();
        if (await administrators.OrderBy(a => a.Id).FirstOrDefaultAsync(ct) is { } waiting)
            return await invite.HandleAsync(new(waiting.Id, Address: null), ct);

        await using var all = await db.Database.BeginTransactionAsync(ct);
        var account = await open.HandleAsync(new(request.Name, Person: null, Reader.Nobody), ct);
        if (account.IsRefused)
            return account.Refusal;
        var granted = await grant.HandleAsync(new(account.Value, Role.Administrator, Organisation: null, Funder: null, ShowsNames: false), ct);
        if (granted.IsRefused)
            return granted.Refusal;
        var invited = await invite.HandleAsync(new(account.Value, Address: null), ct);
        if (!invited.IsRefused)
            await all.CommitAsync(ct);
        return invited;
    }
}
