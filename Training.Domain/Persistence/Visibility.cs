using Training.Domain.Accounts;
using Training.Domain.Certificates;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Domain.Persistence;

/// <summary>Limits a query to what its reader may see. What is left out is, for that reader, not there: a link to it answers 404.</summary>
public static class Visibility
{
    public static IQueryable<Enrolment> VisibleTo(this IQueryable<Enrolment> enrolments, Reader reader, TrainingDbContext db) =>
        reader.SeesEverything
            ? enrolments
            : enrolments.Where(enrolment =>
                reader.Organisations.Contains(enrolment.OrganisationId)
                || enrolment.PersonId == reader.AsSelf
                || db.SessionTrainers.Any(trainer => trainer.SessionId == enrolment.SessionId && trainer.PersonId == reader.AsTrainer));

    /// <summary>Enrolments on which the reader may speak for the employer: having taught or followed the session is not enough.</summary>
    public static IQueryable<Enrolment> OfEmployer(this IQueryable<Enrolment> enrolments, Reader reader) =>
        reader.SeesEverything ? enrolments : enrolments.Where(enrolment => reader.Organisations.Contains(enrolment.OrganisationId));

    /// <summary>Enrolments of which the reader may say why something was missed: their own, and those of their employer's people.</summary>
    public static IQueryable<Enrolment> OfParticipantOrEmployer(this IQueryable<Enrolment> enrolments, Reader reader) =>
        reader.SeesEverything
            ? enrolments
            : enrolments.Where(enrolment => enrolment.PersonId == reader.AsSelf || reader.Organisations.Contains(enrolment.OrganisationId));

    /// <summary>Organisations for whose staff the reader may act.</summary>
    public static IQueryable<Organisation> EmployersOf(this IQueryable<Organisation> organisations, Reader reader) =>
        organisations.Where(o => o.MergedIntoId == null && (reader.SeesEverything || reader.Organisations.Contains(o.Id)));

    /// <summary>The people for whom the reader answers as an employer, or all; not those one teaches, and not oneself.</summary>
    public static IQueryable<Person> StaffOf(this IQueryable<Person> people, Reader reader, TrainingDbContext db) =>
        people.Where(person => person.MergedIntoId == null
            && (reader.SeesEverything || db.Employments.Any(e => e.PersonId == person.Id && reader.Organisations.Contains(e.OrganisationId))));

    public static IQueryable<Employment> OfEmployer(this IQueryable<Employment> employments, Reader reader) =>
        reader.SeesEverything ? employments : employments.Where(employment => reader.Organisations.Contains(employment.OrganisationId));

    public static IQueryable<GecoPost> OfEmployer(this IQueryable<GecoPost> posts, Reader reader) =>
        reader.SeesEverything ? posts : posts.Where(post => reader.Organisations.Contains(post.OrganisationId));

    public static IQueryable<StaffImport> OfEmployer(this IQueryable<StaffImport> imports, Reader reader) =>
        reader.SeesEverything ? imports : imports.Where(import => reader.Organisations.Contains(import.OrganisationId));

    /// <summary>Requests for access that the reader may decide: those of their employer, or all. Where the employer is not in the list, the secretariat's.</summary>
    public static IQueryable<AccessRequest> ToDecideBy(this IQueryable<AccessRequest> requests, Reader reader)
    {
        var employers = reader.Organisations.Select(organisation => (OrganisationId?)organisation).ToList();
        return reader.SeesEverything ? requests : requests.Where(request => request.OrganisationId != null && employers.Contains(request.OrganisationId));
    }

    /// <summary>The people who may stand behind a request for access: the employer's, where the list has the employer.</summary>
    public static IQueryable<Person> WhoMayHaveAsked(this IQueryable<Person> people, AccessRequest asked, Reader reader, TrainingDbContext db)
    {
        var employer = asked.OrganisationId;
        return people.StaffOf(reader, db).Where(person => employer == null || db.Employments.Any(e => e.PersonId == person.Id && e.OrganisationId == employer));
    }

    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, Reader reader, TrainingDbContext db) =>
        reader.SeesEverything
            ? people
            : people.Where(person =>
                person.Id == reader.AsSelf
                || db.Employments.Any(e => e.PersonId == person.Id && reader.Organisations.Contains(e.OrganisationId))
                || db.Enrolments.Any(e => e.PersonId == person.Id
                    && db.SessionTrainers.Any(trainer => trainer.SessionId == e.SessionId && trainer.PersonId == reader.AsTrainer)));

    /// <summary>Sessions whose registers the reader may see: all of them, or those that the reader teaches.</summary>
    public static IQueryable<Session> TaughtBy(this IQueryable<Session> sessions, Reader reader) =>
        reader.SeesEverything ? sessions : sessions.Where(session => session.Trainers.Any(trainer => trainer.PersonId == reader.AsTrainer));

    public static IQueryable<Certificate> VisibleTo(this IQueryable<Certificate> certificates, Reader reader, TrainingDbContext db) =>
        reader.SeesEverything
            ? certificates
            : certificates.Where(certificate => db.Enrolments.Any(enrolment => enrolment.Id == certificate.EnrolmentId
                && (reader.Organisations.Contains(enrolment.OrganisationId) || enrolment.PersonId == reader.AsSelf)));
}
