using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.Persistence;

namespace Training.Web.Features.Funding;

/// <summary>One grant: its terms, what it pays by session with the evidence for it, its claims and what has changed on them since.</summary>
public sealed record GrantPage(
    Grant Grant, LocalizedText Programme, LocalizedText Funder, GrantFigures Figures, IReadOnlyList<GrantPage.Deadline> Deadlines,
    IReadOnlyList<GrantPage.SessionLine> Sessions, IReadOnlyList<GrantPage.ClaimLine> Claims, DateOnly Today)
{
    public string? Refusal { get; init; }

    /// <summary>Of what could be claimed, the minutes for which a signature is missing.</summary>
    public int UnsignedMinutes { get; init; }

    public bool EvidenceIsComplete => Sessions.All(session => session.IsComplete);

    public sealed record Deadline(DateOnly On, LocalizedText What, int DaysLeft);

    /// <param name="HalfDays">Half-days of the session that are over; each needs its sealed register.</param>
    /// <param name="Completed">People who met the rule; each is owed a certificate.</param>
    public sealed record SessionLine(string Code, LocalizedText Course, DateOnly FirstDay, int Minutes, int People, int HalfDays, int Sealed, int Completed, int Certificates)
    {
        public bool IsComplete => Sealed == HalfDays && Certificates >= Completed;
    }

    /// <param name="Repaid">What was taken back of it since it was sent.</param>
    public sealed record ClaimLine(int Number, DateOnly UpTo, DateTimeOffset RecordedAt, string RecordedBy, int Minutes, int Repaid);

    public static async Task<GrantPage> FindAsync(TrainingDbContext db, string code, DateOnly today, CancellationToken ct)
    {
        var grant = await db.Grants.AsNoTracking().Include(g => g.Deadlines).Where(g => g.Code == code).OneAsync(ct);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == grant.ProgrammeId, ct);
        var funder = await db.Funders.AsNoTracking().SingleAsync(f => f.Code == programme.FunderCode, ct);
        return new GrantPage(
            grant, programme.Name, funder.Name, (await GrantFigures.OfAllAsync(db, ct))[grant.Id],
            [.. grant.Deadlines.OrderBy(d => d.On).Select(d => new Deadline(d.On, d.What, d.On.DayNumber - today.DayNumber))],
            await SessionsAsync(db, grant, today, ct), await ClaimsAsync(db, grant, ct), today)
        {
            UnsignedMinutes = await GrantFigures.UnsignedAsync(db, grant.Id, ct),
        };
    }

    private static async Task<IReadOnlyList<SessionLine>> SessionsAsync(TrainingDbContext db, Grant grant, DateOnly today, CancellationToken ct)
    {
        var paid = await (
            from line in db.AllocationLines.AsNoTracking()
            join slot in db.TeachingSlots on line.SlotId equals slot.Id
            where line.GrantId == grant.Id
            group line by new { slot.SessionId, line.EnrolmentId } into ofPerson
            select new { ofPerson.Key.SessionId, Minutes = ofPerson.Sum(line => line.Minutes) }).ToListAsync(ct);
        var sums = paid.Where(row => row.Minutes > 0).ToLookup(row => row.SessionId);
        var ids = sums.Select(group => group.Key).ToList();
        var sessions = await (
            from session in db.Sessions.AsNoTracking()
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where ids.Contains(session.Id)
            orderby session.FirstDay, session.Code
            select new
            {
                session.Id,
                session.Code,
                version.Title,
                session.FirstDay,
                HalfDays = db.Registers.Count(r => r.SessionId == session.Id && r.Date < today),
                Sealed = db.Registers.Count(r => r.SessionId == session.Id && r.Date < today && r.Status == RegisterStatus.Sealed),
                Completed = db.Enrolments.Count(e => e.SessionId == session.Id && e.Status == Domain.Enrolments.EnrolmentStatus.Completed),
                Certificates = db.Enrolments.Count(e => e.SessionId == session.Id && db.Certificates.Any(c => c.EnrolmentId == e.Id
                    && c.Kind == Domain.Certificates.CertificateKind.Participation && c.RevokedAt == null)),
            }).ToListAsync(ct);

        return [.. sessions.Select(s => new SessionLine(
            s.Code, s.Title, s.FirstDay!.Value, sums[s.Id].Sum(row => row.Minutes), sums[s.Id].Count(), s.HalfDays, s.Sealed, s.Completed, s.Certificates))];
    }

    private static async Task<IReadOnlyList<ClaimLine>> ClaimsAsync(TrainingDbContext db, Grant grant, CancellationToken ct)
    {
        var claims = await db.GrantClaims.AsNoTracking().Where(c => c.GrantId == grant.Id).OrderBy(c => c.Number).ToListAsync(ct);
        var repaid = (await db.AllocationLines.AsNoTracking().Where(l => l.GrantId == grant.Id && l.OfClaimId != null)
            .GroupBy(l => l.OfClaimId).Select(group => new { group.Key, Minutes = group.Sum(l => l.Minutes) }).ToListAsync(ct)).ToDictionary(row => row.Key!.Value, row => row.Minutes);
        return [.. claims.Select(c => new ClaimLine(c.Number, c.UpTo, c.RecordedAt, c.RecordedBy, c.Minutes, -repaid.GetValueOrDefault(c.Id)))];
    }
}
