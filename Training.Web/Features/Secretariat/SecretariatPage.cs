using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;

namespace Training.Web.Features.Secretariat;

/// <summary>What the secretariat has to do: half-days to check and seal, certificates to issue, registers that a trainer forgot.</summary>
public sealed record SecretariatPage(IReadOnlyList<SecretariatPage.Line> Sessions)
{
    public sealed record Line(string Code, LocalizedText Course, DateOnly FirstDay, DateOnly LastDay, int ToSeal, int Forgotten, int CertificatesDue, int Undecided)
    {
        public bool NeedsWork => ToSeal > 0 || Forgotten > 0 || CertificatesDue > 0 || Undecided > 0;
    }

    public IEnumerable<Line> ToDo => Sessions.Where(line => line.NeedsWork);

    public int CertificatesDue => Sessions.Sum(line => line.CertificatesDue);

    public IEnumerable<Line> Done => Sessions.Where(line => !line.NeedsWork);

    public static async Task<SecretariatPage> FindAsync(TrainingDbContext db, DateOnly today, CancellationToken ct) => new(await (
        from session in db.Sessions.AsNoTracking()
        join version in db.CourseVersions on session.CourseVersionId equals version.Id
        where session.FirstDay <= today && db.Enrolments.Any(e => e.SessionId == session.Id && e.HoldsSeat)
        orderby session.LastDay descending, session.Code
        select new Line(
            session.Code, version.Title, session.FirstDay!.Value, session.LastDay!.Value,
            db.Registers.Count(r => r.SessionId == session.Id && r.Status == RegisterStatus.Closed),
            db.Registers.Count(r => r.SessionId == session.Id && r.Status == RegisterStatus.Open && r.Date < today),
            db.Enrolments.Count(e => e.SessionId == session.Id && e.Status == EnrolmentStatus.Completed && !db.Certificates.Any(c => c.EnrolmentId == e.Id && c.Kind == CertificateKind.Participation)),
            session.Status == Domain.Sessions.SessionStatus.Closed
                ? db.Enrolments.Count(e => e.SessionId == session.Id && e.HoldsSeat && e.Status == EnrolmentStatus.Confirmed)
                : 0)).ToListAsync(ct));
}
