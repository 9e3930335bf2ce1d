using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Web.Features.Catalogue;

/// <summary>A theme as a filter or a label.</summary>
public sealed record ThemeChoice(string Code, LocalizedText Label, int Rank)
{
    public static Task<ILookup<CourseVersionId, ThemeChoice>> OfPublishedCoursesAsync(TrainingDbContext db, CancellationToken ct) =>
        BorneAsync(db, db.Set<CourseVersionTheme>().Where(link => db.Courses.Any(course => course.PublishedVersionId == link.CourseVersionId)), ct);

    public static Task<ILookup<CourseVersionId, ThemeChoice>> OfAsync(TrainingDbContext db, IReadOnlyList<CourseVersionId> versions, CancellationToken ct) =>
        BorneAsync(db, db.Set<CourseVersionTheme>().Where(link => versions.Contains(link.CourseVersionId)), ct);

    /// <summary>Themes that a published course bears.</summary>
    public static Task<List<ThemeChoice>> InUseAsync(TrainingDbContext db, CancellationToken ct) => db.Themes.AsNoTracking()
        .Where(theme => db.Set<CourseVersionTheme>().Any(link => link.ThemeCode == theme.Code && db.Courses.Any(course => course.PublishedVersionId == link.CourseVersionId)))
        .OrderBy(theme => theme.Rank).Select(theme => new ThemeChoice(theme.Code, theme.Label, theme.Rank)).ToListAsync(ct);

    private static async Task<ILookup<CourseVersionId, ThemeChoice>> BorneAsync(TrainingDbContext db, IQueryable<CourseVersionTheme> links, CancellationToken ct)
    {
        var borne = await (
            from link in links.AsNoTracking()
            join theme in db.Themes on link.ThemeCode equals theme.Code
            orderby theme.Rank
            select new { link.CourseVersionId, Theme = new ThemeChoice(theme.Code, theme.Label, theme.Rank) }).ToListAsync(ct);

        return borne.ToLookup(link => link.CourseVersionId, link => link.Theme);
    }
}
