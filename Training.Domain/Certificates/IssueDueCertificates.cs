using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.Certificates;

/// <summary>
/// Finds the sessions in which certificates have become due, and issues them: participation once a session is closed, and for paid educational
/// leave, where the school offers it, regular enrolment on the twentieth day after the start (a late enrolment on the eighth day after it) and
/// regular attendance on the eighth day after a quarter or the end. Doing it again issues nothing twice.
/// </summary>
public sealed class IssueDueCertificates(TrainingDbContext db, OfficeClock clock, IssueCertificates issue, RecordByRecord each)
{
    private const int EnrolmentDays = 20;
    private const int LateDays = 8;

    public sealed record Request(CertificateKind Kind);

    /// <returns>How many were issued.</returns>
    public async Task<int> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Kind is not CertificateKind.Participation && !(await db.ParameterBookAsync(ct)).Flag(ParameterKeys.EducationalLeaveCertificates, clock.Today))
            return 0;

        var due = request.Kind switch
        {
            CertificateKind.Participation => await ClosedAsync(ct),
            CertificateKind.RegularEnrolment => await BegunAsync(ct),
            CertificateKind.RegularAttendance => await AttendedAsync(ct),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
        return await each.SumAsync(due, one => $"session {one.Session.Value}", async one => await issue.HandleAsync(one, ct) is { IsRefused: false } issued ? issued.Value : 0);
    }

    private async Task<List<IssueCertificates.Request>> ClosedAsync(CancellationToken ct) =>
        (await db.Sessions
            .Where(s => s.Status == SessionStatus.Closed)
            .Where(s => db.Enrolments.Any(e => e.SessionId == s.Id && e.HoldsSeat && e.Status == EnrolmentStatus.Completed
                && !db.Certificates.Any(c => c.EnrolmentId == e.Id && c.Kind == CertificateKind.Participation)))
            .OrderBy(s => s.LastDay).ThenBy(s => s.Code).Select(s => s.Id).ToListAsync(ct))
        .ConvertAll(id => new IssueCertificates.Request(id));

    private async Task<List<IssueCertificates.Request>> BegunAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var started = today.AddDays(-LateDays);
        var waiting = await (
            from enrolment in db.Enrolments
            join session in db.Sessions on enrolment.SessionId equals session.Id
            where session.FirstDay <= started && session.Status != SessionStatus.Cancelled && enrolment.HoldsSeat && enrolment.Status != EnrolmentStatus.EmployerPending
            where !db.Certificates.Any(c => c.EnrolmentId == enrolment.Id && c.Kind == CertificateKind.RegularEnrolment)
            select new { enrolment.Id, enrolment.RequestedAt, Session = session.Id, FirstDay = session.FirstDay!.Value }).ToListAsync(ct);
        return [.. waiting
            .Where(e => clock.DateOn(e.RequestedAt) is var asked && (asked > e.FirstDay ? asked.AddDays(LateDays) : e.FirstDay.AddDays(EnrolmentDays)) <= today)
            .GroupBy(e => e.Session)
            .Select(session => new IssueCertificates.Request(session.Key, CertificateKind.RegularEnrolment, [.. session.Select(e => e.Id)]))];
    }

    private async Task<List<IssueCertificates.Request>> AttendedAsync(CancellationToken ct)
    {
        var until = clock.Today.AddDays(-LateDays);
        var before = new Quarter(new Quarter(until).First.AddDays(-1));
        var sessions = await db.Sessions
            .Where(s => s.FirstDay <= until && s.LastDay >= before.First && s.Status != SessionStatus.Cancelled && s.Status != SessionStatus.Draft)
            .OrderBy(s => s.FirstDay).Select(s => new { s.Id, First = s.FirstDay!.Value, Last = s.LastDay!.Value }).ToListAsync(ct);
        var due =
            from session in sessions
            from quarter in new[] { before, new Quarter(until) }
            let end = session.Last < quarter.Last ? session.Last : quarter.Last
            where session.First <= quarter.Last && session.Last >= quarter.First && end <= until
            select new IssueCertificates.Request(session.Id, CertificateKind.RegularAttendance, Quarter: quarter.First);
        return [.. due];
    }
}
