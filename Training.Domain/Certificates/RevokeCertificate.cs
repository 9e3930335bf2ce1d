using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
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

        var enrolment = await db.Enrolments.AsNoTracking().SingleAsync(e => e.Id == certificate.EnrolmentId, ct);
        var facts = await db.FactsOfAsync(await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == enrolment.SessionId, ct), ct);
        db.Add((facts with { Number = certificate.Number, Reason = certificate.RevocationReason }).To(enrolment.PersonId, MessageKind.CertificateRevoked, clock.Now));
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
