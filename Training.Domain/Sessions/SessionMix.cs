using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Sessions;

/// <summary>How mixed the people are who have a seat in a session: employers, sectors, municipalities and languages.</summary>
public sealed record SessionMix(int Seats, int Employers, int Sectors, int Municipalities, int French, int Dutch, LocalizedText? LargestEmployer, int LargestShare, bool OneEmployerDominates)
{
    public static async Task<SessionMix> FindAsync(TrainingDbContext db, SessionId session, DateOnly on, CancellationToken ct)
    {
        var seats = await (
            from enrolment in db.Enrolments.AsNoTracking()
            where enrolment.SessionId == session && enrolment.HoldsSeat
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            join person in db.People on enrolment.PersonId equals person.Id
            select new { enrolment.OrganisationId, organisation.Name, organisation.SectorCode, organisation.Nis, person.Language }).ToListAsync(ct);
        var largest = seats.GroupBy(seat => seat.OrganisationId).MaxBy(group => group.Count());
        var limit = (await db.ParameterBookAsync(ct)).Fraction(ParameterKeys.EmployerMaxShare, on);

        return new SessionMix(
            seats.Count,
            seats.Select(seat => seat.OrganisationId).Distinct().Count(),
            seats.Select(seat => seat.SectorCode).Distinct().Count(),
            seats.Select(seat => seat.Nis).Where(nis => nis is not null).Distinct().Count(),
            seats.Count(seat => seat.Language == CorrespondenceLanguage.Fr),
            seats.Count(seat => seat.Language == CorrespondenceLanguage.Nl),
            largest?.First().Name,
            largest?.Count() ?? 0,
            (largest?.Count() ?? 0) > limit * seats.Count);
    }
}
