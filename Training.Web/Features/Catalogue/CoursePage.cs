using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Catalogue;

/// <summary>What a course promises and asks, and when it can be followed.</summary>
public sealed record CoursePage(
    string Code,
    LocalizedText Title,
    LocalizedText Summary,
    int Minutes,
    decimal PriceEur,
    LocalizedText Funder,
    IReadOnlyList<ThemeChoice> Themes,
    IReadOnlyList<CoursePage.Subject> Subjects,
    AttendanceRule Rule,
    IReadOnlyList<SessionLine> Coming,
    IReadOnlyList<SessionLine> Past)
{
    public sealed record Subject(LocalizedText Title, int Minutes);

    public static async Task<CoursePage?> FindAsync(TrainingDbContext db, string code, DateOnly today, CancellationToken ct)
    {
        var wanted = code.AsCode();
        var found = await (
            from course in db.Courses.AsNoTracking()
            join version in db.CourseVersions on course.PublishedVersionId equals version.Id
            join funder in db.Funders on version.FunderCode equals funder.Code
            where course.Code == wanted
            select new { course.Id, course.Code, Version = version, Funder = funder.Name }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;

        var terms = found.Version;
        var themes = await (
            from link in db.Set<CourseVersionTheme>()
            join theme in db.Themes on link.ThemeCode equals theme.Code
            where link.CourseVersionId == terms.Id
            orderby theme.Rank
            select new ThemeChoice(theme.Code, theme.Label, theme.Rank)).ToListAsync(ct);
        var subjects = await db.Set<CourseSubject>()
            .Where(subject => subject.CourseVersionId == terms.Id).OrderByDescending(subject => subject.LessonMinutes).ThenBy(subject => subject.Code)
            .Select(subject => new Subject(subject.Title, subject.LessonMinutes)).ToListAsync(ct);
        var sessions = await db.Sessions.AsNoTracking().ListedSessions()
            .Where(session => db.CourseVersions.Any(version => version.Id == session.CourseVersionId && version.CourseId == found.Id))
            .AsLines(db).ToListAsync(ct);
        var rule = AttendanceRule.Of(terms, await db.ParameterBookAsync(ct), today);

        return new CoursePage(
            found.Code, terms.Title, terms.Summary, terms.ScheduledMinutes, terms.PriceEur, found.Funder, themes, subjects, rule,
            [.. sessions.Where(session => session.FirstDay > today)],
            [.. sessions.Where(session => session.FirstDay <= today).Reverse()]);
    }
}
