using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Web.Features.Registers;

/// <summary>One half-day's register: everybody who holds a seat, and what has been seen of them.</summary>
public sealed record RegisterPage(
    HalfDayRegister Register, string SessionCode, LocalizedText Course, IReadOnlyList<TimeInterval> Hours, bool HasBegun, IReadOnlyList<RegisterPage.Row> People)
{
    public bool CanMark => HasBegun && Register.Status == RegisterStatus.Open;

    public int Marked => People.Count(row => row.Choice is not null);

    /// <summary>The half-day after this one in the same session, once this one is closed.</summary>
    public HalfDayRegister? Next { get; init; }

    /// <param name="Choice">What the page shows: what was typed, else what is recorded, else nothing.</param>
    public sealed record Row(EnrolmentId Enrolment, string Name, string? Organisation, string? Choice, TimeOnly? Arrived, TimeOnly? Left);

    /// <param name="typed">The form as it was sent, when it comes back with a refusal.</param>
    public static async Task<RegisterPage> FindAsync(
        TrainingDbContext db, Reader reader, HalfDayRegisterId id, OfficeClock clock, RegisterForm? typed, CancellationToken ct)
    {
        var register = await db.Registers.AsNoTracking()
            .Where(r => r.Id == id && db.Sessions.TaughtBy(reader).Any(s => s.Id == r.SessionId)).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == register.SessionId).OneAsync(ct);
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        var attendance = await SessionAttendance.LoadAsync(db, session.Id, ct);
        var slots = attendance.SlotsOf(register.Date, register.Part);
        var seated = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where enrolment.SessionId == session.Id && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName
            select new { enrolment.Id, Name = person.FirstName + " " + person.LastName, organisation.Code }).ToListAsync(ct);
        var next = await db.Registers.AsNoTracking()
            .Where(r => r.SessionId == session.Id && (r.Date > register.Date || (r.Date == register.Date && r.Part > register.Part)))
            .OrderBy(r => r.Date).ThenBy(r => r.Part).FirstOrDefaultAsync(ct);

        return new RegisterPage(
            register, session.Code, title, [.. slots.Select(slot => slot.Hours)], clock.MomentOf(register.Date, slots[0].Start) <= clock.Now,
            [.. seated.Select(one => typed?.RowOf(one.Id.Value) is { } row
                ? new Row(one.Id, one.Name, one.Code, row.Choice, row.Arrived, row.Left)
                : Recorded(one.Id, one.Name, one.Code, slots, attendance))])
        {
            Next = next,
        };
    }

    private static Row Recorded(EnrolmentId id, string name, string organisation, IReadOnlyList<TeachingSlot> slots, SessionAttendance attendance)
    {
        var seen = ObservedPresence.Of(slots, slot => attendance.MarkOf(id, slot));
        var choice = !seen.IsMarked ? null : seen.Absent ? RegisterForm.Absent : RegisterForm.Present;
        return new Row(id, name, organisation, choice, seen.Arrived, seen.Left);
    }
}
