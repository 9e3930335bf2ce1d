using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Funding;

/// <summary>The minutes of one session, person by person and slot by slot: attended, paid by this grant, paid by all on its basis.</summary>
public sealed record MinutesPage(Grant Grant, string Session, LocalizedText Course, IReadOnlyList<MinutesPage.Person> People, IReadOnlyList<TeachingSlot> Slots)
{
    public ByHandForm? Typed { get; init; }

    public string? Refusal { get; init; }

    /// <summary>What was written by hand or after a correction, with the reason.</summary>
    public required IReadOnlyList<LineShown> Reasoned { get; init; }

    public sealed record Person(Guid Enrolment, string Name, string Organisation, IReadOnlyList<Cell> Cells);

    public sealed record Cell(Guid Slot, int Attended, int ByThisGrant, int ByAll);

    public static async Task<MinutesPage> FindAsync(TrainingDbContext db, string code, string sessionCode, CancellationToken ct)
    {
        var grant = await db.Grants.AsNoTracking().Where(g => g.Code == code).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Code == sessionCode).OneAsync(ct);
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        var people = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where enrolment.SessionId == session.Id && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName
            select new { enrolment.Id, Name = person.FirstName + " " + person.LastName, organisation.Code }).ToListAsync(ct);
        var slots = session.Slots.OrderBy(s => s.Date).ThenBy(s => s.Start).ToList();
        var slotIds = slots.ConvertAll(s => s.Id);
        var attended = await db.AttendanceMarks.AsNoTracking().Where(m => slotIds.Contains(m.SlotId) && m.SupersededAt == null)
            .ToDictionaryAsync(m => (m.EnrolmentId, m.SlotId), m => m.AttendedMinutes, ct);
        var lines = (await db.AllocationLines.AsNoTracking().Where(l => slotIds.Contains(l.SlotId) && l.Basis == grant.Basis).ToListAsync(ct)).ToLookup(l => (l.EnrolmentId, l.SlotId));

        return new MinutesPage(grant, session.Code, title,
            [.. people.Select(one => new Person(one.Id.Value, one.Name, one.Code, [.. slots.Select(slot => new Cell(
                slot.Id.Value, attended.GetValueOrDefault((one.Id, slot.Id)), lines[(one.Id, slot.Id)].Where(l => l.GrantId == grant.Id).Sum(l => l.Minutes),
                lines[(one.Id, slot.Id)].Sum(l => l.Minutes)))]))],
            slots)
        {
            Reasoned = await LineShown.Of(db, db.AllocationLines.Where(l => l.GrantId == grant.Id && slotIds.Contains(l.SlotId) && l.Reason != null)).ToListAsync(ct),
        };
    }
}
