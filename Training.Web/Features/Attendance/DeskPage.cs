using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Devices;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Attendance.Watch;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Features.Attendance;

/// <summary>What waits for the secretariat: registers that nobody closed, people at the door, justifications to decide on.</summary>
public sealed record DeskPage(
    IReadOnlyList<ChaseRegisters.Line> Late, IReadOnlyList<DeskPage.AtTheDoor> Unlisted, IReadOnlyList<DeskPage.Justification> Justifications)
{
    public sealed record AtTheDoor(UnlistedPersonId Id, string Name, string Session, DateOnly Date, DayPart Part, HalfDayRegisterId Register, string By, IReadOnlyList<(EnrolmentId Id, string Name)> Candidates);

    public sealed record Justification(JustificationRequest Request, string Person, string Organisation, string Session);

    public static async Task<DeskPage> FindAsync(TrainingDbContext db, ChaseRegisters chase, CancellationToken ct)
    {
        var unlisted = await (
            from person in db.UnlistedPersons.AsNoTracking()
            join register in db.Registers on person.RegisterId equals register.Id
            join session in db.Sessions on register.SessionId equals session.Id
            where person.SettledAt == null
            orderby register.Date, register.Part, person.Name
            select new { person, register, session.Code }).ToListAsync(ct);
        var sessions = unlisted.Select(one => one.register.SessionId).Distinct().ToList();
        var seated = (await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            where sessions.Contains(enrolment.SessionId) && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName
            select new { enrolment.SessionId, enrolment.Id, Name = person.FirstName + " " + person.LastName }).ToListAsync(ct))
            .ToLookup(one => one.SessionId, one => (one.Id, one.Name));
        var justifications = await (
            from request in db.JustificationRequests.AsNoTracking()
            join enrolment in db.Enrolments on request.EnrolmentId equals enrolment.Id
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            join session in db.Sessions on enrolment.SessionId equals session.Id
            where request.Decision == JustificationDecision.Awaited
            orderby request.SentAt
            select new Justification(request, person.FirstName + " " + person.LastName, organisation.Code, session.Code)).ToListAsync(ct);

        return new DeskPage(
            await chase.HandleAsync(ct),
            [.. unlisted.Select(one => new AtTheDoor(
                one.person.Id, one.person.Name, one.Code, one.register.Date, one.register.Part, one.register.Id, one.person.RecordedBy, [.. seated[one.register.SessionId]]))],
            justifications);
    }
}
