using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Certificates;

/// <summary>
/// Issues a certificate anew, under a number of its own, from what is known today: a name was misspelled, an hour was wrong. The earlier
/// one stays known as replaced; one that was revoked by mistake stays revoked, with its reason.
/// </summary>
public sealed class ReplaceCertificate(TrainingDbContext db, OfficeClock clock, ICurrentActor current, CertificateIssue issue)
{
    /// <param name="Reason">Why one that holds is replaced.</param>
    public sealed record Request(string Number, string? Reason = null);

    /// <returns>The number of the new certificate.</returns>
    public async Task<Outcome<string>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var numbers = await issue.BeginAsync(ct);
        var earlier = await db.Certificates.Where(c => c.Number == request.Number).OneAsync(ct);
        if (earlier.State == CertificateState.Replaced)
            return new CertificateNotValid(earlier.Number, earlier.State);
        if (await HoldingInsteadOfAsync(earlier, ct) is { } other)
            return new CertifiedAlready(other);

        var enrolment = await db.Enrolments.AsNoTracking().SingleAsync(e => e.Id == earlier.EnrolmentId, ct);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == enrolment.PersonId, ct);
        var facts = await CertifiedSession.LoadAsync(db, clock, enrolment.SessionId, ct);
        if (facts.WhyNotAnew(earlier, enrolment) is { } refusal)
            return refusal;

        var next = numbers.Add(enrolment.Id, earlier.Kind, earlier.Period, person.Language, facts.ContentFor(enrolment.Id, person, earlier.Kind, earlier.Quarter));
        var told = facts.Facts with { Number = next.Number, Former = earlier.Number };
        if (earlier.State == CertificateState.Revoked)
        {
            db.Add(told.To(person.Id, MessageKind.CertificateIssued, clock.Now));
        }
        else
        {
            var replaced = earlier.ReplaceWith(next, request.Reason ?? "", current.Actor.Name, clock.Now);
            if (replaced.IsRefused)
                return replaced.Refusal;
            db.Add((told with { Reason = earlier.RevocationReason }).To(person.Id, MessageKind.CertificateReplaced, clock.Now));
        }

        await numbers.SaveAsync(ct);
        return next.Number;
    }

    private Task<string?> HoldingInsteadOfAsync(Certificate earlier, CancellationToken ct) => db.Certificates
        .Where(c => c.EnrolmentId == earlier.EnrolmentId && c.Kind == earlier.Kind && c.Period == earlier.Period && c.Id != earlier.Id && c.RevokedAt == null)
        .Select(c => c.Number).FirstOrDefaultAsync(ct);
}
