using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>One enrolment, with where it stands and what came of it.</summary>
public sealed record EnrolmentLine(
    EnrolmentId Id,
    PersonId PersonId,
    string Person,
    LocalizedText Organisation,
    LocalizedText Course,
    string SessionCode,
    DateOnly FirstDay,
    DateOnly LastDay,
    EnrolmentStatus Status,
    bool HoldsSeat,
    int? Rank,
    string? Reason,
    string? Scheme,
    int ReservedMinutes,
    int ConsumedMinutes,
    decimal ChargeEur,
    string? CertificateNumber,
    AttendedMinutes Attended,
    AttendanceRule Rule,
    bool IsOver)
{
    /// <summary>The session is over and no certificate came of it: the reader is owed a reason.</summary>
    public bool LacksCertificate => IsOver && HoldsSeat && CertificateNumber is null;

    public static async Task<IReadOnlyList<EnrolmentLine>> FindAsync(
        TrainingDbContext db, IQueryable<Enrolment> enrolments, int skip, int take, OfficeClock clock, CancellationToken ct)
    {
        var today = clock.Today;
        var rows = await (
            from enrolment in enrolments
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            join session in db.Sessions on enrolment.SessionId equals session.Id
            orderby session.FirstDay descending, session.Code, person.LastName, person.FirstName
            select new
            {
                Enrolment = enrolment,
                person.FirstName,
                person.LastName,
                Organisation = organisation.Name,
                session.Code,
                session.FirstDay,
                session.LastDay,
                session.CourseVersionId,
                Charge = db.ChargeLines.Where(c => c.EnrolmentId == enrolment.Id).Select(c => c.AmountEur).ToList(),
                Certificate = db.Certificates.Where(c => c.EnrolmentId == enrolment.Id && c.Kind == CertificateKind.Participation && c.RevokedAt == null).Select(c => c.Number).FirstOrDefault(),
                Reason = enrolment.Transitions.Where(t => t.To == EnrolmentStatus.EmployerRefused).Select(t => t.Reason).FirstOrDefault(),
            }).Skip(skip).Take(take).ToListAsync(ct);

        var ids = rows.Select(row => row.Enrolment.Id).ToList();
        var versionIds = rows.Select(row => row.CourseVersionId).Distinct().ToList();
        var versions = await db.CourseVersions.AsNoTracking().Where(v => versionIds.Contains(v.Id)).ToDictionaryAsync(v => v.Id, ct);
        var parameters = await db.ParameterBookAsync(ct);
        var ranks = await db.RanksAsync([.. rows.Select(row => row.Enrolment.SessionId).Distinct()], ct);
        var ledger = (await db.LedgerEntries.AsNoTracking().Where(e => e.EnrolmentId != null && ids.Contains(e.EnrolmentId.Value))
            .Select(e => new { e.EnrolmentId, e.From, e.To, e.Minutes }).ToListAsync(ct)).ToLookup(e => e.EnrolmentId!.Value);
        var attendance = await AttendanceOfAsync(db, [.. rows.Where(row => row.FirstDay <= today).Select(row => row.Enrolment)], ct);

        return [.. rows.Select(row => new EnrolmentLine(
            row.Enrolment.Id, row.Enrolment.PersonId, $"{row.FirstName} {row.LastName}", row.Organisation, versions[row.CourseVersionId].Title, row.Code,
            row.FirstDay!.Value, row.LastDay!.Value, row.Enrolment.Status, row.Enrolment.HoldsSeat,
            ranks.TryGetValue(row.Enrolment.Id, out var rank) ? rank : null, row.Reason, row.Enrolment.Scheme,
            Net(LedgerAccount.Reserved, ledger[row.Enrolment.Id].Select(e => (e.From, e.To, e.Minutes))),
            Net(LedgerAccount.Consumed, ledger[row.Enrolment.Id].Select(e => (e.From, e.To, e.Minutes))),
            row.Charge.Sum(), row.Certificate,
            attendance.MinutesOf(row.Enrolment.Id, attendance.Slots.Where(slot => slot.SessionId == row.Enrolment.SessionId)),
            AttendanceRule.Of(versions[row.CourseVersionId], parameters, row.FirstDay!.Value, clock.DateOn(row.Enrolment.RequestedAt)),
            row.LastDay < today || row.Enrolment.Status is EnrolmentStatus.Completed or EnrolmentStatus.BelowThreshold or EnrolmentStatus.NoShow))];
    }

    private static int Net(LedgerAccount account, IEnumerable<(LedgerAccount From, LedgerAccount To, int Minutes)> entries) =>
        entries.Sum(e => e.To == account ? e.Minutes : e.From == account ? -e.Minutes : 0);

    private static async Task<SessionAttendance> AttendanceOfAsync(TrainingDbContext db, IReadOnlyList<Enrolment> begun, CancellationToken ct)
    {
        var (ids, sessions) = (begun.Select(e => e.Id).ToList(), begun.Select(e => e.SessionId).Distinct().ToList());
        var slots = await db.TeachingSlots.AsNoTracking().Where(s => sessions.Contains(s.SessionId)).OrderBy(s => s.Date).ThenBy(s => s.Start).ToListAsync(ct);
        var marks = await db.AttendanceMarks.AsNoTracking().Where(m => m.SupersededAt == null && ids.Contains(m.EnrolmentId)).ToListAsync(ct);
        var rulings = await db.AbsenceRulings.AsNoTracking().Where(r => ids.Contains(r.EnrolmentId)).ToListAsync(ct);
        return new SessionAttendance(slots, marks, rulings);
    }
}
