using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Watch;

/// <summary>Registers that nobody has closed though the half-day is as many working days ago as the school allows (condition <c>gsob.register.chaseWorkingDays</c>).</summary>
public sealed class ChaseRegisters(TrainingDbContext db, OfficeClock clock)
{
    public sealed record Line(
        HalfDayRegisterId Register, SessionId SessionId, string Session, LocalizedText Course, DateOnly Date, DayPart Part, int WorkingDaysLate, IReadOnlyList<string> Trainers);

    public async Task<IReadOnlyList<Line>> HandleAsync(CancellationToken ct)
    {
        var (today, workingDays) = (clock.Today, await db.WorkingDaysAsync(ct));
        var allowed = (await db.ParameterBookAsync(ct)).Number(ParameterKeys.ChaseWorkingDays, today);
        var before = workingDays.Before(today, allowed);
        var open = await (
            from register in db.Registers.AsNoTracking()
            join session in db.Sessions on register.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where register.Status == RegisterStatus.Open && register.Date <= before
            where session.Status != SessionStatus.Cancelled && db.Enrolments.Any(e => e.SessionId == session.Id && e.HoldsSeat)
            orderby register.Date, register.Part, session.Code
            select new
            {
                register,
                session.Code,
                version.Title,
                Trainers = db.SessionTrainers.Where(t => t.SessionId == session.Id)
                    .Join(db.People, t => t.PersonId, p => p.Id, (t, p) => p.FirstName + " " + p.LastName).ToList(),
            }).ToListAsync(ct);

        return [.. open.Select(line => new Line(
            line.register.Id, line.register.SessionId, line.Code, line.Title, line.register.Date, line.register.Part,
            DaysBetween(line.register.Date, today, workingDays) - allowed, line.Trainers))];
    }

    private static int DaysBetween(DateOnly from, DateOnly to, WorkingDays workingDays)
    {
        var days = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
            days += workingDays.Includes(date) ? 1 : 0;
        return days;
    }
}
