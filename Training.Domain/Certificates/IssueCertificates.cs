using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Certificates;

/// <summary>
/// Issues the certificates that a session's enrolments are due, some at a time: each batch is in or not in as a whole, so that work
/// that was killed is started again and issues none twice.
/// </summary>
public sealed class IssueCertificates(TrainingDbContext db, OfficeClock clock, CertificateIssue issue)
{
    private const int AtOnce = 50;

    /// <param name="Kind">What is certified. Whom a success is certified of is said in <paramref name="Of"/>.</param>
    /// <param name="Of">Only these enrolments; nothing means all that are due.</param>
    /// <param name="Quarter">Any day of the quarter, for regular attendance.</param>
    public sealed record Request(
        SessionId Session, CertificateKind Kind = CertificateKind.Participation, IReadOnlyList<EnrolmentId>? Of = null, DateOnly? Quarter = null);

    /// <returns>How many were issued.</returns>
    public async Task<Outcome<int>> HandleAsync(Request request, CancellationToken ct)
    {
        var facts = await CertifiedSession.LoadAsync(db, clock, request.Session, ct);
        var due = await DueAsync(request, facts, ct);
        if (due.IsRefused)
            return due.Refusal;

        var issued = 0;
        for (var batch = int.MaxValue; batch > 0;)
        {
            batch = await IssueBatchAsync(request, due.Value, facts, ct);
            issued += batch;
        }

        return issued;
    }

    /// <summary>Why nothing would be issued, for whoever is about to ask.</summary>
    public async Task<Refusal?> WhyNotAsync(Request request, CancellationToken ct)
    {
        var due = await DueAsync(request, await CertifiedSession.LoadAsync(db, clock, request.Session, ct), ct);
        return due.IsRefused ? due.Refusal : due.Value.Count == 0 ? new NobodyDue() : null;
    }

    private async Task<Outcome<List<EnrolmentId>>> DueAsync(Request request, CertifiedSession facts, CancellationToken ct)
    {
        var quarter = QuarterOf(request, facts);
        if (facts.WhyNobody(request.Kind, quarter) is { } refusal)
            return refusal;

        var without = await Without(request, quarter).ToListAsync(ct);
        var due = without.FindAll(enrolment => facts.WhyNot(enrolment, request.Kind, quarter) is null);
        return request is { Kind: CertificateKind.Success, Of: not null } && due.Count < without.Count
            ? new SuccessNotReached(without.Count - due.Count)
            : due.ConvertAll(enrolment => enrolment.Id);
    }

    private async Task<int> IssueBatchAsync(Request request, List<EnrolmentId> may, CertifiedSession facts, CancellationToken ct)
    {
        var quarter = QuarterOf(request, facts);
        await using var numbers = await issue.BeginAsync(ct);
        var due = await Without(request, quarter).Where(e => may.Contains(e.Id)).OrderBy(e => e.RequestedAt).ThenBy(e => e.Id).Take(AtOnce).ToListAsync(ct);
        if (due.Count == 0)
            return 0;

        var ids = due.Select(e => e.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var enrolment in due)
        {
            var person = people[enrolment.PersonId];
            var certificate = numbers.Add(enrolment.Id, request.Kind, quarter?.ToString() ?? "", person.Language, facts.ContentFor(enrolment.Id, person, request.Kind, quarter));
            db.Add((facts.Facts with { Number = certificate.Number }).To(person.Id, MessageKind.CertificateIssued, clock.Now));
        }

        await numbers.SaveAsync(ct);
        return due.Count;
    }

    // Whoever has, or had, such a certificate is not due another: a revocation is a decision that only a person reverses.
    private IQueryable<Enrolment> Without(Request request, Quarter? quarter)
    {
        var period = quarter?.ToString() ?? "";
        var without = db.Enrolments.AsNoTracking()
            .Where(e => e.SessionId == request.Session && e.HoldsSeat && !db.Certificates.Any(c => c.EnrolmentId == e.Id && c.Kind == request.Kind && c.Period == period));
        return request.Of is { } some ? without.Where(e => some.Contains(e.Id)) : without;
    }

    private static Quarter? QuarterOf(Request request, CertifiedSession facts) =>
        request.Kind == CertificateKind.RegularAttendance ? new Quarter(request.Quarter ?? facts.Session.FirstDay!.Value) : null;
}
