using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Certificates;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;

namespace Training.Web.Features.Certificates;

/// <summary>One certificate: what it says, what became of it, and every paper that was made of it.</summary>
public sealed record CertificatePage(Certificate Certificate, string? ReplacedBy, IReadOnlyList<CertificatePage.Paper> Papers)
{
    public string? Typed { get; init; }

    public string? Refusal { get; init; }

    /// <summary>Why it cannot be issued anew today, for whoever could.</summary>
    public Refusal? WhyNotAnew { get; init; }

    public sealed record Paper(CertificatePaperId Id, PaperKind Kind, CorrespondenceLanguage Language, string Sha256, string RecordedBy, DateTimeOffset RecordedAt);

    public static async Task<CertificatePage> FindAsync(TrainingDbContext db, OfficeClock clock, CurrentUser user, string number, CancellationToken ct)
    {
        var certificate = await db.Certificates.AsNoTracking().VisibleTo(user.Reader, db).Where(c => c.Number == number).OneAsync(ct);
        return new CertificatePage(
            certificate,
            await db.Certificates.Where(c => c.Id == certificate.ReplacedById).Select(c => c.Number).FirstOrDefaultAsync(ct),
            await db.CertificatePapers.AsNoTracking().Where(p => p.CertificateId == certificate.Id).OrderBy(p => p.RecordedAt).ThenBy(p => p.Id)
                .Select(p => new Paper(p.Id, p.Kind, p.Language, p.Sha256, p.RecordedBy, p.RecordedAt)).ToListAsync(ct))
        {
            WhyNotAnew = user.Can(Policies.ManageSessions) && certificate.State != CertificateState.Replaced ? await WhyNotAnewAsync(db, clock, certificate, ct) : null,
        };
    }

    private static async Task<Refusal?> WhyNotAnewAsync(TrainingDbContext db, OfficeClock clock, Certificate certificate, CancellationToken ct)
    {
        var enrolment = await db.Enrolments.AsNoTracking().SingleAsync(e => e.Id == certificate.EnrolmentId, ct);
        return (await CertifiedSession.LoadAsync(db, clock, enrolment.SessionId, ct)).WhyNotAnew(certificate, enrolment);
    }
}
