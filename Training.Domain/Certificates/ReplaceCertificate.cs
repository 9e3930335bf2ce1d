using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Certificates;

/// <summary>
/// Issues a certificate anew, under a number of its own, from what is known today: a name was misspelled, an hour was wrong. The earlier
/// one stays known as replaced.
/// </summary>
public sealed class ReplaceCertificate(TrainingDbContext db, OfficeClock clock, ICurrentActor current, CertificateIssue issue)
{
    public sealed record Request(string Number, string Reason);

    /// <returns>The number of the new certificate.</returns>
    public async Task<Outcome<string>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var numbers = await issue.BeginAsync(ct);
        var earlier = await db.Certificates.Where(c => c.Number == request.Number).OneAsync(ct);
        var enrolment = await db.Enrolments.AsNoTracking().SingleAsync(e => e.Id == earlier.EnrolmentId, ct);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == enrolment.PersonId, ct);
        var facts = await CertifiedSession.LoadAsync(db, enrolment.SessionId, ct);
        var quarter = earlier.Kind == CertificateKind.RegularAttendance ? new Quarter(earlier.Content.FirstDay) : (Quarter?)null;

        var next = numbers.Add(enrolment.Id, earlier.Kind, earlier.Period, person.Language, facts.ContentFor(enrolment.Id, person, quarter));
        var replaced = earlier.ReplaceWith(next, request.Reason, current.Actor.Name, clock.Now);
        if (replaced.IsRefused)
            return replaced.Refusal;

        await numbers.SaveAsync(ct);
        return next.Number;
    }
}
