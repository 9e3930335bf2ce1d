using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>What came of a request, a line for each person: where it stands, what happens next and why.</summary>
public sealed record EnrolResultPage(SessionHeading Session, IReadOnlyList<EnrolResultPage.Line> Lines)
{
    public sealed record Line(EnrolmentId Id, string Person, EnrolmentStatus Status, string? Scheme, EnrolmentNext Next);

    public bool SomeWaitForTheEmployer => Lines.Any(line => line.Status == EnrolmentStatus.EmployerPending);

    public static async Task<EnrolResultPage> FindAsync(
        TrainingDbContext db, OfficeClock clock, Texts texts, string code, OrganisationId organisation, IReadOnlyList<PersonId> people, CancellationToken ct)
    {
        var wanted = code.AsCode();
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Code == wanted && s.FirstDay != null).OneAsync(ct);
        var places = await db.PlacesAsync([session.Id], ct);
        var deadlines = await EnrolmentDeadlines.LoadAsync(db, clock, ct);
        var enrolled = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            where enrolment.SessionId == session.Id && enrolment.OrganisationId == organisation && people.Contains(person.Id)
            orderby person.LastName, person.FirstName
            select new { enrolment, person.FirstName, person.LastName }).ToListAsync(ct);

        return new EnrolResultPage(
            await SessionHeading.FindAsync(db, session, ct),
            [.. enrolled
                .Select(row => new Line(
                    row.enrolment.Id, $"{row.FirstName} {row.LastName}", row.enrolment.Status, row.enrolment.Scheme,
                    EnrolmentNext.Of(row.enrolment, session, places.GetValueOrDefault(row.enrolment.Id), deadlines, clock, texts)))
                .OrderBy(line => places.TryGetValue(line.Id, out var place) ? place.Rank : 0)]);
    }
}
