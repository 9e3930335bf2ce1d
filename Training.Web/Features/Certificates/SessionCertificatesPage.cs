using Microsoft.EntityFrameworkCore;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Certificates;

/// <summary>Who of a session has which certificate, and what is still to be issued.</summary>
public sealed record SessionCertificatesPage(
    Session Session, LocalizedText Course, IReadOnlyList<SessionCertificatesPage.Row> People, IReadOnlyList<Quarter> Quarters, bool OffersEducationalLeave)
{
    public string? Refusal { get; init; }

    public int ParticipationDue => People.Count(row => row.Status == EnrolmentStatus.Completed && !row.Has(CertificateKind.Participation));

    public IEnumerable<Row> MaySucceed => People.Where(row => row.Status == EnrolmentStatus.Completed && !row.Has(CertificateKind.Success));

    public bool HasValid => People.Any(row => row.Certificates.Any(c => c.IsValid));

    public bool HasIn(CorrespondenceLanguage language) => People.Any(row => row.Certificates.Any(c => c.IsValid && c.Language == language));

    public sealed record Issued(string Number, CertificateKind Kind, string Period, CorrespondenceLanguage Language, bool IsValid);

    public sealed record Row(EnrolmentId Enrolment, string Name, string Organisation, EnrolmentStatus Status, IReadOnlyList<Issued> Certificates)
    {
        public bool Has(CertificateKind kind) => Certificates.Any(c => c.Kind == kind);
    }

    public static async Task<SessionCertificatesPage> FindAsync(TrainingDbContext db, string code, DateOnly today, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Code == code && s.FirstDay != null).OneAsync(ct);
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        var people = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where enrolment.SessionId == session.Id && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName
            select new { enrolment.Id, Name = person.FirstName + " " + person.LastName, organisation.Code, enrolment.Status }).ToListAsync(ct);
        var issued = (await db.Certificates.AsNoTracking()
                .Where(c => db.Enrolments.Any(e => e.Id == c.EnrolmentId && e.SessionId == session.Id)).OrderBy(c => c.Year).ThenBy(c => c.Sequence).ToListAsync(ct))
            .ToLookup(c => c.EnrolmentId, c => new Issued(c.Number, c.Kind, c.Period, c.Language, c.State == CertificateState.Valid));

        return new SessionCertificatesPage(
            session, title, [.. people.Select(one => new Row(one.Id, one.Name, one.Code, one.Status, [.. issued[one.Id]]))],
            [.. session.Slots.Select(slot => new Quarter(slot.Date)).Distinct().OrderBy(quarter => quarter.First)],
            (await db.ParameterBookAsync(ct)).Flag(ParameterKeys.EducationalLeaveCertificates, today));
    }

    /// <summary>Every valid certificate of the session with its original on paper, in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<(Certificate Certificate, CertificatePaper Paper)>> PapersAsync(TrainingDbContext db, string code, CancellationToken ct)
    {
        var found = await (
            from certificate in db.Certificates.AsNoTracking()
            join paper in db.CertificatePapers on certificate.Id equals paper.CertificateId
            join enrolment in db.Enrolments on certificate.EnrolmentId equals enrolment.Id
            join session in db.Sessions on enrolment.SessionId equals session.Id
            where session.Code == code && certificate.RevokedAt == null && paper.Kind == PaperKind.Original
            orderby certificate.Year, certificate.Sequence
            select new { certificate, paper }).ToListAsync(ct);
        return [.. found.Select(pair => (pair.certificate, pair.paper))];
    }
}
