using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Features.Signing;

/// <summary>One half-day, with its signature or the field to draw it on.</summary>
public sealed record SignPage(string Code, LocalizedText Course, string Session, DateOnly Date, DayPart Part, IReadOnlyList<TimeInterval> Hours, bool IsSealed, ScreenSignature? Signature)
{
    public string? Refusal { get; init; }

    public static async Task<SignPage> FindAsync(TrainingDbContext db, PersonId self, string code, CancellationToken ct)
    {
        var half = (SheetPage.Read(code) ?? throw new NotFoundException(nameof(HalfDayRegister))).Code;
        var found = await (
            from register in db.Registers.AsNoTracking()
            join session in db.Sessions on register.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            join enrolment in db.Enrolments on session.Id equals enrolment.SessionId
            where register.SheetCode == half && enrolment.PersonId == self && enrolment.HoldsSeat
            select new { register, version.Title, session.Code, Enrolment = (Training.Domain.Enrolments.EnrolmentId?)enrolment.Id }).OneAsync(ct);
        var slots = await db.TeachingSlots.AsNoTracking().Where(s => s.SessionId == found.register.SessionId && s.Date == found.register.Date).OrderBy(s => s.Start).ToListAsync(ct);
        var signature = await db.ScreenSignatures.AsNoTracking().SingleOrDefaultAsync(s => s.RegisterId == found.register.Id && s.EnrolmentId == found.Enrolment, ct);
        return new SignPage(
            half, found.Title, found.Code, found.register.Date, found.register.Part, [.. slots.Where(slot => slot.Part == found.register.Part).Select(slot => slot.Hours)],
            found.register.Status == RegisterStatus.Sealed, signature);
    }
}
