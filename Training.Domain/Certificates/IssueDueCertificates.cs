using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Domain.Work;

namespace Training.Domain.Certificates;

/// <summary>
/// Finds the sessions in which certificates have become due, and issues them: participation once a session is closed, and for paid educational
/// leave, in recognised courses that began while the school offered it, regular enrolment so many days after the start or after a late enrolment, and
/// regular attendance so many days after a quarter or the end (<c>pel.cert.*</c>). Doing it again issues nothing twice.
/// </summary>
public sealed class IssueDueCertificates(TrainingDbContext db, OfficeClock clock, IssueCertificates issue, RecordByRecord each)
{
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
        var (today, parameters) = (clock.Today, await db.ParameterBookAsync(ct));
        var recognised = (await RecognisedAsync(parameters, ct)).ToDictionary(s => s.Id, s => s.FirstDay!.Value);
        var sessions = recognised.Keys.ToList();
        var waiting = await db.Enrolments
            .Where(e => sessions.Contains(e.SessionId) && e.HoldsSeat && e.Status != EnrolmentStatus.EmployerPending)
            .Where(e => !db.Certificates.Any(c => c.EnrolmentId == e.Id && c.Kind == CertificateKind.RegularEnrolment))
            .Select(e => new { e.Id, e.RequestedAt, e.SessionId }).ToListAsync(ct);

        DateOnly DueOn(DateOnly asked, DateOnly first) => asked > first
            ? asked.AddDays(parameters.Number(ParameterKeys.PelLateEnrolmentDays, first))
            : first.AddDays(parameters.Number(ParameterKeys.PelEnrolmentDays, first));
        return [.. waiting
            .Where(e => DueOn(clock.DateOn(e.RequestedAt), recognised[e.SessionId]) <= today)
            .GroupBy(e => e.SessionId)
            .Select(session => new IssueCertificates.Request(session.Key, CertificateKind.RegularEnrolment, [.. session.Select(e => e.Id)]))];
    }

    private async Task<List<IssueCertificates.Request>> AttendedAsync(CancellationToken ct)
    {
        var parameters = await db.ParameterBookAsync(ct);
        var until = clock.Today.AddDays(-parameters.Number(ParameterKeys.PelAttendanceDays, clock.Today));
        var before = new Quarter(new Quarter(until).First.AddDays(-1));
        var due =
            from session in await RecognisedAsync(parameters, ct)
            let first = session.FirstDay!.Value
            let last = session.LastDay!.Value
            from quarter in new[] { before, new Quarter(until) }
            let end = last < quarter.Last ? last : quarter.Last
            where first <= quarter.Last && last >= quarter.First && end <= until
            select new IssueCertificates.Request(session.Id, CertificateKind.RegularAttendance, Quarter: quarter.First);
        return [.. due];
    }

    // The figures of a course are those of the day on which it begins.
    private async Task<List<Session>> RecognisedAsync(ParameterBook parameters, CancellationToken ct)
    {
        var today = clock.Today;
        var begun = await (
            from session in db.Sessions.AsNoTracking()
            join course in db.CourseVersions.AsNoTracking() on session.CourseVersionId equals course.Id
            where session.FirstDay <= today && session.Status != SessionStatus.Cancelled && session.Status != SessionStatus.Draft
            orderby session.FirstDay, session.Code
            select new { session, course }).ToListAsync(ct);
        return [.. begun
            .Where(one => parameters.Flag(ParameterKeys.EducationalLeaveCertificates, one.session.FirstDay!.Value)
                && PaidEducationalLeave.IsRecognised(one.session, one.course, parameters))
            .Select(one => one.session)];
    }
}
