using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.People;
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
    public LocalizedText Objectives { get; init; } = LocalizedText.Empty;

    public LocalizedText Prerequisites { get; init; } = LocalizedText.Empty;

    /// <summary>Functions and sectors for which the course is meant; none means everybody.</summary>
    public IReadOnlyList<LocalizedText> TargetGroups { get; init; } = [];

    public bool InContactWithPublic { get; init; }

    /// <summary>The partner association that gives it; nothing means the school itself.</summary>
    public LocalizedText? Provider { get; init; }

    /// <summary>Whether the reader waits for the course; nothing for somebody who has no file here.</summary>
    public bool? ReaderWaits { get; init; }

    public sealed record Subject(LocalizedText Title, int Minutes, int? ExamMarks);

    public static async Task<CoursePage?> FindAsync(TrainingDbContext db, string code, PersonId? reader, DateOnly today, CancellationToken ct)
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
            .Select(subject => new Subject(subject.Title, subject.LessonMinutes, subject.ExamMarks)).ToListAsync(ct);
        var sessions = await db.Sessions.AsNoTracking().ListedSessions()
            .Where(session => db.CourseVersions.Any(version => version.Id == session.CourseVersionId && version.CourseId == found.Id))
            .AsLines(db).ToListAsync(ct);
        var rule = AttendanceRule.Of(terms, await db.ParameterBookAsync(ct), today, today);

        return new CoursePage(
            found.Code, terms.Title, terms.Summary, terms.ScheduledMinutes, terms.PriceEur, found.Funder, themes, subjects, rule,
            [.. sessions.Where(session => session.FirstDay > today)],
            [.. sessions.Where(session => session.FirstDay <= today).Reverse()])
        {
            Objectives = terms.Objectives,
            Prerequisites = terms.Prerequisites,
            TargetGroups = await TargetGroupsAsync(db, terms.Id, ct),
            InContactWithPublic = terms.InContactWithPublic,
            Provider = await db.Organisations.Where(o => o.Id == terms.ProviderId).Select(o => o.Name).SingleOrDefaultAsync(ct),
            ReaderWaits = reader is null ? null : await db.InterestEntries.AnyAsync(i => i.CourseId == found.Id && i.PersonId == reader && i.WithdrawnAt == null, ct),
        };
    }

    private static async Task<IReadOnlyList<LocalizedText>> TargetGroupsAsync(TrainingDbContext db, CourseVersionId version, CancellationToken ct)
    {
        var groups = db.Set<TargetGroup>().Where(group => group.CourseVersionId == version);
        var functions = await db.StaffFunctions.Where(f => groups.Any(g => g.Kind == TargetGroupKind.Function && g.Code == f.Code)).OrderBy(f => f.Code).Select(f => f.Label).ToListAsync(ct);
        var sectors = await db.Sectors.Where(s => groups.Any(g => g.Kind == TargetGroupKind.Sector && g.Code == s.Code)).OrderBy(s => s.Code).Select(s => s.Label).ToListAsync(ct);
        return [.. functions, .. sectors];
    }
}
