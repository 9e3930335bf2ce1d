using Training.Domain.TimeRelease;

namespace Training.Web.Jobs;

/// <summary>
/// The new credits are written, years that are over are closed and what may move moves, and what was carried in and not used expires: also what comes
/// from a year that could not be closed before.
/// </summary>
public sealed class LedgerExpiryJob(ExpireCarriedMinutes expire, CloseYears close, OpenAccounts open) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct)
    {
        var opened = await open.HandleAsync(new(), ct);
        var closed = (await close.HandleAsync(new(), ct)).Value!;
        var expired = await expire.HandleAsync(ct);
        string[] findings = [.. expired > 0 ? [$"{expired} minutes expired"] : Array.Empty<string>(), .. closed.Waiting > 0 ? [$"{closed.Waiting} accounts wait for settlement"] : Array.Empty<string>()];
        return new(opened + closed.Closed, findings);
    }
}
