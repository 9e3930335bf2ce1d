using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Certificates;

/// <summary>A certificate no longer holds: whoever verifies it is told so, and it is not printed again.</summary>
public sealed class RevokeCertificate(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(string Number, string Reason);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var certificate = await db.Certificates.Where(c => c.Number == request.Number).OneAsync(ct);
        var revoked = certificate.Revoke(request.Reason, current.Actor.Name, clock.Now);
        if (revoked.IsRefused)
            return revoked;

        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
