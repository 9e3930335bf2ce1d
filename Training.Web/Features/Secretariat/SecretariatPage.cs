using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Secretariat;

/// <summary>What the secretariat has to do: half-days to check and seal, certificates to issue, registers that a trainer forgot.</summary>
/// <param name="Lines">Those of one page of the list that is shown.</param>
/// <param name="ToDo">How many sessions need work, of those that were found.</param>
/// <param name="Done">How many need none.</param>
/// <param name="CertificatesDue">Of the whole school.</param>
public sealed record SecretariatPage(SecretariatFilter Filter, IReadOnlyList<SecretariatPage.Line> Lines, int ToDo, int Done, int CertificatesDue)
{
    private const int PageSize = 50;

    public int PageCount => Pager.CountOf(Filter.Done ? Done : ToDo, PageSize);

    public sealed record Line(string Code, LocalizedText Course, DateOnly FirstDay, DateOnly LastDay, int ToSeal, int Forgotten, int CertificatesDue, int Undecided, int SayTooMuch)
    {
        public bool NeedsWork => ToSeal > 0 || Forgotten > 0 || CertificatesDue > 0 || Undecided > 0 || SayTooMuch > 0;
    }

    // Counted once over all sessions, not session by session: a school has thousands of them.
    public static async Task<SecretariatPage> FindAsync(TrainingDbContext db, SecretariatFilter filter, OfficeClock clock, CancellationToken ct)
    {
        var today = clock.Today;
        var unsealed = await db.Registers.AsNoTracking()
            .Where(r => r.Status == RegisterStatus.Closed || (r.Status == RegisterStatus.Open && r.Date < today))
            .GroupBy(r => r.SessionId)
            .Select(group => new { group.Key, Closed = group.Count(r => r.Status == RegisterStatus.Closed), Open = group.Count(r => r.Status == RegisterStatus.Open) })
            .ToDictionaryAsync(row => row.Key, row => (row.Closed, row.Open), ct);
        var due = await CountAsync(db.Enrolments.Where(e => e.Status == EnrolmentStatus.Completed
            && !db.Certificates.Any(c => c.EnrolmentId == e.Id && c.Kind == CertificateKind.Participation)));
        var undecided = await CountAsync(db.Enrolments.Where(e => e.Status == EnrolmentStatus.Confirmed && e.HoldsSeat
            && db.Sessions.Any(s => s.Id == e.SessionId && s.Status == SessionStatus.Closed)));
        var sayTooMuch = await SayTooMuchAsync(db, clock, ct);
        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => s.FirstDay <= today && db.Enrolments.Any(e => e.SessionId == s.Id && e.HoldsSeat))
            .OrderByDescending(s => s.LastDay).ThenBy(s => s.Code)
            .Select(s => new { s.Id, s.Code, s.CourseVersionId, s.FirstDay, s.LastDay }).ToListAsync(ct);
        var titles = await db.CourseVersions.AsNoTracking().Select(v => new { v.Id, v.Title }).ToDictionaryAsync(v => v.Id, v => v.Title, ct);

        var words = new SearchWords(filter.Q);
        var lines = sessions
            .Select(s => new Line(
                s.Code, titles[s.CourseVersionId], s.FirstDay!.Value, s.LastDay!.Value, unsealed.GetValueOrDefault(s.Id).Closed,
                unsealed.GetValueOrDefault(s.Id).Open, due.GetValueOrDefault(s.Id), undecided.GetValueOrDefault(s.Id), sayTooMuch.GetValueOrDefault(s.Id)))
            .Where(line => words.IsEmpty || words.FoundIn(line.Code, line.Course.Fr, line.Course.Nl))
            .ToLookup(line => line.NeedsWork);
        var (toDo, done) = (lines[true].ToList(), lines[false].ToList());
        var chosen = filter.Done ? done : toDo;
        filter.Page = Math.Clamp(filter.Page, 1, Pager.CountOf(chosen.Count, PageSize));
        return new SecretariatPage(filter, [.. chosen.Skip((filter.Page - 1) * PageSize).Take(PageSize)], toDo.Count, done.Count, due.Values.Sum());

        Task<Dictionary<SessionId, int>> CountAsync(IQueryable<Enrolment> enrolments) => enrolments
            .GroupBy(e => e.SessionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
    }

    // Only after a correction or another ending can a certificate say more than what holds today; few are read closely.
    private static async Task<Dictionary<SessionId, int>> SayTooMuchAsync(TrainingDbContext db, OfficeClock clock, CancellationToken ct)
    {
        var corrected = await (
            from certificate in db.Certificates.AsNoTracking()
            join enrolment in db.Enrolments.AsNoTracking() on certificate.EnrolmentId equals enrolment.Id
            where certificate.RevokedAt == null && (!enrolment.HoldsSeat || (certificate.Kind != CertificateKind.RegularEnrolment
                && ((enrolment.Status != EnrolmentStatus.Completed && certificate.Kind != CertificateKind.RegularAttendance)
                    || db.AttendanceMarks.Any(m => m.EnrolmentId == enrolment.Id && m.SupersededAt == null && m.RecordedAt > certificate.IssuedAt))))
            select new { certificate, enrolment }).ToListAsync(ct);

        var found = new Dictionary<SessionId, int>();
        foreach (var session in corrected.GroupBy(one => one.enrolment.SessionId))
        {
            var facts = await CertifiedSession.LoadAsync(db, clock, session.Key, ct);
            found[session.Key] = session.Count(one => facts.SaysTooMuch(one.certificate, one.enrolment));
        }

        return found;
    }
}
