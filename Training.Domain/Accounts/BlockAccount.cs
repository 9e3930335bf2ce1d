using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Accounts;

/// <summary>Shuts an account or opens it again. Sessions that are under way end with their next request.</summary>
public sealed class BlockAccount(TrainingDbContext db, OfficeClock clock)
{
    public sealed record Request(AccountId Account, bool IsBlocked);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var account = await db.Accounts.Where(a => a.Id == request.Account).OneAsync(ct);
        if (request.IsBlocked)
            account.Block(clock.Now);
        else
            account.Unblock();
        return await db.TrySaveAsync(ct) ? default(Done) : new ChangedMeanwhile();
    }
}
