using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Web.Features.Certificates;

/// <summary>Who of a session has which certificate, and what is still to be issued.</summary>
/// <param name="Leave">What can be issued for paid educational leave; nothing where the school does not offer it.</param>
public sealed record SessionCertificatesPage(
    Session Session, LocalizedText Course, IReadOnlyList<SessionCertificatesPage.Row> People, IReadOnlyList<SessionCertificatesPage.Offer> Leave)
{
    public string? Refusal { get; init; }

    public int ParticipationDue => People.Count(row => row.MayHave(CertificateKind.Participation));

    public IEnumerable<Row> MaySucceed => People.Where(row => row.MayHave(CertificateKind.Success));

    public IEnumerable<(string Name, Issued Certificate)> SayTooMuch => People.SelectMany(row => row.Certificates.Where(c => c.SaysTooMuch), (row, certificate) => (row.Name, certificate));

    public bool HasValid => People.Any(row => row.Certificates.Any(c => c.IsValid));

    public bool HasIn(CorrespondenceLanguage language) => People.Any(row => row.Certificates.Any(c => c.IsValid && c.Language == language));

    /// <param name="SaysTooMuch">It says more than the facts do now.</param>
    public sealed record Issued(string Number, CertificateKind Kind, string Period, CorrespondenceLanguage Language, bool IsValid, bool SaysTooMuch);

    /// <param name="Meets">The kinds whose conditions are met.</param>
    public sealed record Row(
        EnrolmentId Enrolment, string Name, string Organisation, EnrolmentStatus Status, IReadOnlyList<Issued> Certificates, IReadOnlyCollection<CertificateKind> Meets)
    {
        public bool MayHave(CertificateKind kind) => Meets.Contains(kind) && Certificates.All(c => c.Kind != kind);
    }

    /// <param name="WhyNot">Why nobody may have it now.</param>
    public sealed record Offer(CertificateKind Kind, Quarter? Quarter, Refusal? WhyNot);

    public static async Task<SessionCertificatesPage> FindAsync(TrainingDbContext db, OfficeClock clock, string code, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Code == code && s.FirstDay != null).OneAsync(ct);
        var facts = await CertifiedSession.LoadAsync(db, clock, session.Id, ct);
        var people = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where enrolment.SessionId == session.Id && (enrolment.HoldsSeat || db.Certificates.Any(c => c.EnrolmentId == enrolment.Id))
            orderby person.LastName, person.FirstName
            select new { enrolment, Name = person.FirstName + " " + person.LastName, organisation.Code }).ToListAsync(ct);
        var issued = (await db.Certificates.AsNoTracking()
                .Where(c => db.Enrolments.Any(e => e.Id == c.EnrolmentId && e.SessionId == session.Id)).OrderBy(c => c.Year).ThenBy(c => c.Sequence).ToListAsync(ct))
            .ToLookup(c => c.EnrolmentId);
        CertificateKind[] ending = [.. new[] { CertificateKind.Participation, CertificateKind.Success }.Where(kind => facts.WhyNobody(kind, null) is null)];

        return new SessionCertificatesPage(
            session, facts.Course.Title,
            [.. people.Select(one => new Row(
                one.enrolment.Id, one.Name, one.Code, one.enrolment.Status,
                [.. issued[one.enrolment.Id].Select(c => new Issued(c.Number, c.Kind, c.Period, c.Language, c.State == CertificateState.Valid, facts.SaysTooMuch(c, one.enrolment)))],
                [.. ending.Where(kind => facts.WhyNot(one.enrolment, kind, null) is null)]))],
            facts.Parameters.Flag(ParameterKeys.EducationalLeaveCertificates, clock.Today) ? [.. Offers(session, facts)] : []);
    }

    private static IEnumerable<Offer> Offers(Session session, CertifiedSession facts) =>
        session.Slots.Select(slot => new Quarter(slot.Date)).Distinct().OrderBy(quarter => quarter.First)
            .Select(quarter => new Offer(CertificateKind.RegularAttendance, quarter, facts.WhyNobody(CertificateKind.RegularAttendance, quarter)))
            .Prepend(new Offer(CertificateKind.RegularEnrolment, null, facts.WhyNobody(CertificateKind.RegularEnrolment, null)));

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
