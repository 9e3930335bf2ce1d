using Training.Domain.Attendance;
using Training.Domain.TimeRelease;

namespace Training.Web.Jobs;

/// <summary>Settles sealed half-days, and replays the ledger: a fault in it is a finding of every run until somebody has looked.</summary>
public sealed class LedgerSettlementJob(SettleSealedHalfDays settle, VerifyLedger verify) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct)
    {
        var settled = await settle.HandleAsync(new(), ct);
        return await verify.HandleAsync(ct) is { } fault ? new(settled.Lines, $"{fault.Kind} {fault.Subject}") : new(settled.Lines);
    }
}
