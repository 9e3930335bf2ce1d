using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Policies;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Parameters;
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
        if (request.Kind is CertificateKind.RegularEnrolment or CertificateKind.RegularAttendance
            && !(await db.ParameterBookAsync(ct)).Flag(ParameterKeys.EducationalLeaveCertificates, clock.Today))
            return new EducationalLeaveNotOffered();

        if (request.Kind == CertificateKind.Success && (await SessionVerdicts.LoadAsync(db, clock, request.Session, ct)).NotPassed(request.Of ?? []) is > 0 and var failed)
            return new SuccessNotReached(failed);

        var facts = await CertifiedSession.LoadAsync(db, request.Session, ct);
        var issued = 0;
        for (var batch = int.MaxValue; batch > 0;)
        {
            batch = await IssueBatchAsync(request, facts, ct);
            issued += batch;
        }

        return issued;
    }

    private async Task<int> IssueBatchAsync(Request request, CertifiedSession facts, CancellationToken ct)
    {
        var quarter = request.Kind == CertificateKind.RegularAttendance ? new Quarter(request.Quarter ?? facts.Session.FirstDay!.Value) : (Quarter?)null;
        await using var numbers = await issue.BeginAsync(ct);
        var due = await Due(request, quarter?.ToString() ?? "").OrderBy(e => e.RequestedAt).ThenBy(e => e.Id).Take(AtOnce).ToListAsync(ct);
        if (due.Count == 0)
            return 0;

        var ids = due.Select(e => e.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var enrolment in due)
        {
            var person = people[enrolment.PersonId];
            var certificate = numbers.Add(enrolment.Id, request.Kind, quarter?.ToString() ?? "", person.Language, facts.ContentFor(enrolment.Id, person, quarter));
            db.Add(new EnrolmentFacts(facts.Session.Code, facts.Title.Fr, facts.Title.Nl, facts.Session.FirstDay, facts.Session.LastDay, Number: certificate.Number)
                .To(person.Id, MessageKind.CertificateIssued, clock.Now));
        }

        await numbers.SaveAsync(ct);
        return due.Count;
    }

    // Whoever has, or had, such a certificate is not due another: a revocation is a decision that only a person reverses.
    private IQueryable<Enrolment> Due(Request request, string period)
    {
        var due = db.Enrolments.AsNoTracking()
            .Where(e => e.SessionId == request.Session && e.HoldsSeat && !db.Certificates.Any(c => c.EnrolmentId == e.Id && c.Kind == request.Kind && c.Period == period));
        if (request.Of is { } some)
            due = due.Where(e => some.Contains(e.Id));

        return request.Kind switch
        {
            CertificateKind.RegularEnrolment => due.Where(e => e.Status != EnrolmentStatus.EmployerPending),
            CertificateKind.RegularAttendance => due.Where(e => e.Status != EnrolmentStatus.EmployerPending && e.Status != EnrolmentStatus.NoShow),
            _ => due.Where(e => e.Status == EnrolmentStatus.Completed),
        };
    }
}
