using Training.Domain.TimeRelease;

namespace Training.Web.Jobs;

/// <summary>What was carried in and not used expires, years that are over are closed and what may move moves, and the new credits are written.</summary>
public sealed class LedgerExpiryJob(ExpireCarriedMinutes expire, CloseYears close, OpenAccounts open) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct)
    {
        var opened = await open.HandleAsync(new(), ct);
        var expired = await expire.HandleAsync(ct);
        var closed = (await close.HandleAsync(new(), ct)).Value!;
        string[] findings = [.. expired > 0 ? [$"{expired} minutes expired"] : Array.Empty<string>(), .. closed.Waiting > 0 ? [$"{closed.Waiting} accounts wait for settlement"] : Array.Empty<string>()];
        return new(opened + closed.Closed, findings);
    }
}
