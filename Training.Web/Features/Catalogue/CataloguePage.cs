using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Catalogue;

/// <summary>The published courses, with the next chance to follow each of them.</summary>
public sealed record CataloguePage(
    string? Query, string? ThemeCode, int CourseCount, int SessionCount, IReadOnlyList<ThemeChoice> Themes, IReadOnlyList<CataloguePage.Line> Courses)
{
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || ThemeCode is not null;

    public sealed record Line(
        string Code, LocalizedText Title, int Minutes, LocalizedText Funder, IReadOnlyList<ThemeChoice> Themes, NextSession? Next);

    public sealed record NextSession(CourseId CourseId, string Code, DateOnly FirstDay, TeachingLanguage Language, int SeatsLeft, bool SomebodyWaits);

    private sealed record Published(
        CourseId Id, CourseVersionId VersionId, string Code, LocalizedText Title, LocalizedText Summary, int Minutes, LocalizedText Funder)
    {
        public bool Says(SearchWords words) =>
            words.IsEmpty || words.FoundIn(Code, Title.Fr, Title.Nl, Title.En, Summary.Fr, Summary.Nl, Summary.En);
    }

    public static async Task<CataloguePage> FindAsync(
        TrainingDbContext db, string? query, string? themeCode, DateOnly today, CancellationToken ct)
    {
        var courses = await (
            from course in db.Courses.AsNoTracking()
            join version in db.CourseVersions on course.PublishedVersionId equals version.Id
            join funder in db.Funders on version.FunderCode equals funder.Code
            orderby course.Code
            select new Published(course.Id, version.Id, course.Code, version.Title, version.Summary, version.ScheduledMinutes, funder.Name)).ToListAsync(ct);
        var themes = await ThemeChoice.OfPublishedCoursesAsync(db, ct);
        var coming = (await ComingAsync(db, today, ct)).ToLookup(session => session.CourseId);
        var sessionCount = await db.Sessions.ListedSessions().CountAsync(ct);

        var words = new SearchWords(query);
        var found = courses
            .Where(course => themeCode is null || themes[course.VersionId].Any(theme => theme.Code == themeCode))
            .Where(course => course.Says(words))
            .Select(course => new Line(
                course.Code, course.Title, course.Minutes, course.Funder, [.. themes[course.VersionId]], coming[course.Id].FirstOrDefault()));

        return new CataloguePage(
            query, themeCode, courses.Count, sessionCount, [.. themes.SelectMany(theme => theme).DistinctBy(theme => theme.Code).OrderBy(theme => theme.Rank)], [.. found]);
    }

    private static Task<List<NextSession>> ComingAsync(TrainingDbContext db, DateOnly today, CancellationToken ct) => (
        from session in db.Sessions.AsNoTracking()
        join version in db.CourseVersions on session.CourseVersionId equals version.Id
        where session.FirstDay > today && (session.Status == SessionStatus.Open || session.Status == SessionStatus.Confirmed)
        orderby session.FirstDay, session.Code
        select new NextSession(
            version.CourseId, session.Code, session.FirstDay!.Value, session.Language, session.CapacityMax - session.SeatsTaken,
            db.Enrolments.Waiting().Any(enrolment => enrolment.SessionId == session.Id))).ToListAsync(ct);
}
