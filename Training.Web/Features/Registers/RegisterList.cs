using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Features.Registers;

/// <summary>The half-days of the sessions that the reader teaches: today's, those still to be closed, and what comes next.</summary>
public sealed record RegisterList(
    IReadOnlyList<RegisterList.Line> Today, IReadOnlyList<RegisterList.Line> StillOpen, IReadOnlyList<RegisterList.Line> Coming, IReadOnlyList<RegisterList.Line> Closed)
{
    private const int MaxShown = 20;

    public bool IsEmpty => Today.Count + StillOpen.Count + Coming.Count + Closed.Count == 0;

    /// <summary>What participants contest and nobody has answered yet.</summary>
    public IReadOnlyList<Contested> Contests { get; init; } = [];

    public sealed record Contested(MarkContest Contest, string Person, string Session, HalfDayRegister Register);

    public sealed record Line(HalfDayRegisterId Id, string SessionCode, LocalizedText Course, DateOnly Date, DayPart Part, RegisterStatus Status, int People);

    public static async Task<RegisterList> FindAsync(TrainingDbContext db, Reader reader, DateOnly today, CancellationToken ct)
    {
        var lines = from register in db.Registers.AsNoTracking()
                    join session in db.Sessions.TaughtBy(reader) on register.SessionId equals session.Id
                    join version in db.CourseVersions on session.CourseVersionId equals version.Id
                    let people = db.Enrolments.Count(e => e.SessionId == session.Id && e.HoldsSeat)
                    where people > 0
                    select new { register, session.Code, version.Title, people };

        async Task<IReadOnlyList<Line>> Take(System.Linq.Expressions.Expression<Func<HalfDayRegister, bool>> which, bool latestFirst = false)
        {
            var some = lines.Where(line => db.Registers.Where(which).Any(r => r.Id == line.register.Id));
            var ordered = latestFirst
                ? some.OrderByDescending(l => l.register.Date).ThenByDescending(l => l.register.Part).ThenBy(l => l.Code)
                : some.OrderBy(l => l.register.Date).ThenBy(l => l.register.Part).ThenBy(l => l.Code);
            var rows = await ordered.Take(MaxShown).ToListAsync(ct);
            return [.. rows.Select(l => new Line(l.register.Id, l.Code, l.Title, l.register.Date, l.register.Part, l.register.Status, l.people))];
        }

        return new RegisterList(
            await Take(r => r.Date == today),
            await Take(r => r.Date < today && r.Status == RegisterStatus.Open),
            await Take(r => r.Date > today),
            await Take(r => r.Date < today && r.Status != RegisterStatus.Open, latestFirst: true))
        {
            Contests = await (
                from contest in db.MarkContests.AsNoTracking()
                join register in db.Registers on contest.RegisterId equals register.Id
                join session in db.Sessions.TaughtBy(reader) on register.SessionId equals session.Id
                join enrolment in db.Enrolments on contest.EnrolmentId equals enrolment.Id
                join person in db.People on enrolment.PersonId equals person.Id
                where contest.AnsweredAt == null
                orderby contest.SentAt
                select new Contested(contest, person.FirstName + " " + person.LastName, session.Code, register)).ToListAsync(ct),
        };
    }
}
