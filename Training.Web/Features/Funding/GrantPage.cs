using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.Persistence;

namespace Training.Web.Features.Funding;

/// <summary>One grant: its terms, what it pays by session with the evidence for it, its claims and what has changed on them since.</summary>
public sealed record GrantPage(
    Grant Grant, LocalizedText Programme, LocalizedText Funder, GrantFigures Figures, IReadOnlyList<GrantPage.Deadline> Deadlines,
    IReadOnlyList<GrantPage.SessionLine> Sessions, IReadOnlyList<GrantPage.ClaimLine> Claims, IReadOnlyList<LineShown> Reasoned, DateOnly Today)
{
    private const int ReasonsShown = 20;

    public string? Refusal { get; init; }

    /// <summary>What was typed of a deadline and is refused.</summary>
    public (Guid Id, DeadlineForm Form)? Typed { get; init; }

    public bool EvidenceIsComplete => Sessions.All(session => session.IsComplete);

    public sealed record Deadline(Guid Id, DateOnly On, LocalizedText What, int DaysLeft);

    /// <param name="WithoutSignature">Minutes that the grant pays there without the signature that it asks for.</param>
    /// <param name="HalfDays">Half-days of the session that are over; each needs its sealed register.</param>
    /// <param name="Scans">Half-days of which the signed sheet is kept; nothing where the grant asks for none.</param>
    /// <param name="Completed">People who met the rule; each is owed a certificate.</param>
    public sealed record SessionLine(
        string Code, LocalizedText Course, DateOnly FirstDay, int Minutes, int WithoutSignature, int People, int HalfDays, int Sealed, int? Scans, int Completed, int Certificates)
    {
        public bool IsComplete => Sealed == HalfDays && (Scans is null || Scans == HalfDays) && WithoutSignature == 0 && Certificates >= Completed;
    }

    /// <param name="TakenBack">What was taken back of it since it was sent.</param>
    /// <param name="GivenBack">Of that, what a later claim has given back to the funder already.</param>
    public sealed record ClaimLine(int Number, DateOnly UpTo, DateTimeOffset RecordedAt, string RecordedBy, int Minutes, int TakenBack, int GivenBack)
    {
        /// <summary>What the funder paid for it and is not owed: with all claims, what was claimed less what is to be repaid.</summary>
        public int Today => Minutes - TakenBack + GivenBack;
    }

    public static async Task<GrantPage> FindAsync(TrainingDbContext db, string code, DateOnly today, CancellationToken ct)
    {
        var grant = await db.Grants.AsNoTracking().Include(g => g.Deadlines).Where(g => g.Code == code).OneAsync(ct);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == grant.ProgrammeId, ct);
        var funder = await db.Funders.AsNoTracking().SingleAsync(f => f.Code == programme.FunderCode, ct);
        return new GrantPage(
            grant, programme.Name, funder.Name, (await GrantFigures.OfAllAsync(db, ct))[grant.Id],
            [.. grant.Deadlines.OrderBy(d => d.On).Select(d => new Deadline(d.Id.Value, d.On, d.What, d.On.DayNumber - today.DayNumber))],
            await SessionsAsync(db, grant, today, ct), await ClaimsAsync(db, grant, ct), await ReasonedAsync(db, grant, ct), today);
    }

    private static async Task<IReadOnlyList<SessionLine>> SessionsAsync(TrainingDbContext db, Grant grant, DateOnly today, CancellationToken ct)
    {
        var paid = await (
            from line in db.AllocationLines.AsNoTracking()
            join slot in db.TeachingSlots on line.SlotId equals slot.Id
            where line.GrantId == grant.Id
            group line by new { slot.SessionId, line.SlotId, line.EnrolmentId } into place
            select new { place.Key.SessionId, place.Key.SlotId, place.Key.EnrolmentId, Minutes = place.Sum(line => line.Minutes) }).ToListAsync(ct);
        var unsigned = (await UnsignedLines.OfGrantAsync(db, grant, ct)).Select(line => (line.EnrolmentId, line.SlotId)).ToHashSet();
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
                Scanned = db.Registers.Count(r => r.SessionId == session.Id && r.Date < today && db.SheetScans.Any(scan => scan.RegisterId == r.Id)),
                Completed = db.Enrolments.Count(e => e.SessionId == session.Id && e.Status == Domain.Enrolments.EnrolmentStatus.Completed),
                Certificates = db.Enrolments.Count(e => e.SessionId == session.Id && db.Certificates.Any(c => c.EnrolmentId == e.Id
                    && c.Kind == Domain.Certificates.CertificateKind.Participation && c.RevokedAt == null)),
            }).ToListAsync(ct);

        return [.. sessions.Select(s => new SessionLine(
            s.Code, s.Title, s.FirstDay!.Value, sums[s.Id].Sum(row => row.Minutes), sums[s.Id].Where(row => unsigned.Contains((row.EnrolmentId, row.SlotId))).Sum(row => row.Minutes),
            sums[s.Id].DistinctBy(row => row.EnrolmentId).Count(), s.HalfDays, s.Sealed, grant.Signature == SignatureKind.PaperHalfDay ? s.Scanned : null, s.Completed, s.Certificates))];
    }

    private static async Task<IReadOnlyList<ClaimLine>> ClaimsAsync(TrainingDbContext db, Grant grant, CancellationToken ct)
    {
        var claims = await db.GrantClaims.AsNoTracking().Where(c => c.GrantId == grant.Id).OrderBy(c => c.Number).ToListAsync(ct);
        var taken = (await (
            from line in db.AllocationLines.AsNoTracking()
            where line.GrantId == grant.Id && line.OfClaimId != null
            select new { line.OfClaimId, line.Minutes, IsGivenBack = db.GrantClaimLines.Any(claimed => claimed.AllocationLineId == line.Id) }).ToListAsync(ct))
            .ToLookup(line => line.OfClaimId!.Value);
        return [.. claims.Select(c => new ClaimLine(
            c.Number, c.UpTo, c.RecordedAt, c.RecordedBy, c.Minutes, -taken[c.Id].Sum(line => line.Minutes), -taken[c.Id].Where(line => line.IsGivenBack).Sum(line => line.Minutes)))];
    }

    private static async Task<IReadOnlyList<LineShown>> ReasonedAsync(TrainingDbContext db, Grant grant, CancellationToken ct)
    {
        var latest = db.AllocationLines.Where(l => l.GrantId == grant.Id && l.Reason != null).OrderByDescending(l => l.RecordedAt).ThenByDescending(l => l.Id).Take(ReasonsShown);
        return await LineShown.Of(db, latest).ToListAsync(ct);
    }
}
