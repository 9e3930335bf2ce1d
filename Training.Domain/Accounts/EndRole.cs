using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Accounts;

/// <summary>Takes a role back at once: yesterday was its last day.</summary>
public sealed class EndRole(TrainingDbContext db, OfficeClock clock)
{
    public sealed record Request(AccountId Account, RoleGrantId Grant);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var grant = await db.RoleGrants.Where(g => g.Id == request.Grant && g.AccountId == request.Account).OneAsync(ct);
        if (!grant.HoldsOn(clock.Today))
            return default(Done);
        if (grant.Role == Role.Administrator && !await AnotherAdministratorAsync(grant.AccountId, ct))
            return new LastAdministrator();

        grant.EndOn(clock.Today.AddDays(-1));
        return await db.TrySaveAsync(ct) ? default(Done) : new ChangedMeanwhile();
    }

    private Task<bool> AnotherAdministratorAsync(AccountId but, CancellationToken ct) => db.RoleGrants.HeldOn(clock.Today).AnyAsync(
        g => g.Role == Role.Administrator && g.AccountId != but && db.Accounts.Any(a => a.Id == g.AccountId && a.BlockedAt == null), ct);
}
