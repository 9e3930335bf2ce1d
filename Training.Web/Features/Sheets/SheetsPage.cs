using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Features.Sheets;

/// <summary>What is to be printed, what is ready for it, and half-days of which no scan has come yet.</summary>
public sealed record SheetsPage(DateOnly ThisWeek, IReadOnlyList<SheetsPage.Line> Prepared, IReadOnlyList<SheetsPage.Line> WithoutScan)
{
    private const int MaxShown = 20;

    public DateOnly NextWeek => ThisWeek.AddDays(7);

    public string? Refusal { get; init; }

    /// <summary>What was typed, when it comes back with a refusal.</summary>
    public string? Code { get; init; }

    public sealed record Line(string SheetCode, string Session, LocalizedText Course, DateOnly Date, DayPart Part);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static async Task<SheetsPage> FindAsync(TrainingDbContext db, Reader reader, DateOnly today, CancellationToken ct) => new(
        MondayOf(today),
        await (
            from register in db.Registers.AsNoTracking()
            join session in db.Sessions.TaughtBy(reader) on register.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where register.Date >= today && db.PreparedSheets.Any(sheet => sheet.RegisterId == register.Id)
            orderby register.Date, register.Part, session.Code
            select new Line(register.SheetCode, session.Code, version.Title, register.Date, register.Part)).ToListAsync(ct),
        await (
            from register in db.Registers.AsNoTracking()
            join session in db.Sessions.TaughtBy(reader) on register.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where register.Status != RegisterStatus.Open && !db.SheetScans.Any(scan => scan.RegisterId == register.Id)
            where db.Enrolments.Any(e => e.SessionId == session.Id && e.HoldsSeat)
            orderby register.Date descending, register.Part descending, session.Code
            select new Line(register.SheetCode, session.Code, version.Title, register.Date, register.Part)).Take(MaxShown).ToListAsync(ct));
}
