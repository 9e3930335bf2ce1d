using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Web.Features.People;

/// <summary>One person's file, as far as the reader answers for it: work for other employers is not there.</summary>
public sealed record PersonPage(
    Person Person, IReadOnlyList<PersonPage.Work> Employments, IReadOnlyList<PersonPage.Training> Trainings, Person? MergedInto)
{
    public sealed record Work(Employment Employment, LocalizedText Employer, string EmployerCode, LocalizedText Function, LocalizedText? Unit)
    {
        public bool IsOpen => Employment.End is null;
    }

    public sealed record Training(string SessionCode, LocalizedText Course, DateOnly? FirstDay, DateOnly? LastDay, EnrolmentStatus Status, string? Certificate);

    public static async Task<PersonPage> FindAsync(TrainingDbContext db, Reader reader, PersonId id, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().VisibleTo(reader with { AsTrainer = null, AsSelf = null }, db).Where(p => p.Id == id).OneAsync(ct);
        var employments = await (
            from employment in db.Employments.AsNoTracking().OfEmployer(reader)
            join employer in db.Organisations on employment.OrganisationId equals employer.Id
            join function in db.StaffFunctions on employment.FunctionCode equals function.Code
            where employment.PersonId == id
            orderby employment.Start descending
            select new { Employment = employment, Employer = employer.Name, employer.Code, Function = function.Label }).ToListAsync(ct);
        var units = await db.EstablishmentUnits.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var trainings = await (
            from enrolment in db.Enrolments.AsNoTracking().OfEmployer(reader)
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where enrolment.PersonId == id
            orderby session.FirstDay descending
            select new
            {
                session.Code,
                version.Title,
                session.FirstDay,
                session.LastDay,
                enrolment.Status,
                Certificate = db.Certificates.Where(c => c.EnrolmentId == enrolment.Id && c.RevokedAt == null).Select(c => c.Number).FirstOrDefault(),
            }).ToListAsync(ct);
        var merged = person.MergedIntoId is { } into ? await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == into, ct) : null;

        return new PersonPage(
            person,
            [.. employments.Select(row => new Work(
                row.Employment, row.Employer, row.Code, row.Function, row.Employment.UnitId is { } unit ? units.GetValueOrDefault(unit) : null))],
            [.. trainings.Select(row => new Training(row.Code, row.Title, row.FirstDay, row.LastDay, row.Status, row.Certificate))],
            merged);
    }
}
