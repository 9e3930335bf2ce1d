using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Features.Signing;

/// <summary>One's own half-days of today and of the days before that are not sealed.</summary>
public sealed record HalfDaysToSign(IReadOnlyList<HalfDaysToSign.Line> Lines)
{
    private const int DaysBack = 14;

    public sealed record Line(string Code, LocalizedText Course, string Session, DateOnly Date, DayPart Part, bool IsSigned);

    public static async Task<HalfDaysToSign> FindAsync(TrainingDbContext db, PersonId self, DateOnly today, CancellationToken ct)
    {
        var lines = await (
            from register in db.Registers.AsNoTracking()
            join session in db.Sessions on register.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            join enrolment in db.Enrolments on session.Id equals enrolment.SessionId
            where enrolment.PersonId == self && enrolment.HoldsSeat && register.Date <= today && register.Date >= today.AddDays(-DaysBack)
            where register.Status != Training.Domain.Attendance.RegisterStatus.Sealed
            orderby register.Date descending, register.Part, session.Code
            select new
            {
                register.SheetCode,
                version.Title,
                session.Code,
                register.Date,
                register.Part,
                IsSigned = db.ScreenSignatures.Any(s => s.RegisterId == register.Id && s.EnrolmentId == enrolment.Id),
            }).ToListAsync(ct);
        return new HalfDaysToSign(lines.ConvertAll(line => new Line(line.SheetCode, line.Title, line.Code, line.Date, line.Part, line.IsSigned)));
    }
}
