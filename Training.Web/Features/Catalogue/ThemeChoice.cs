using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Web.Features.Catalogue;

/// <summary>A theme as a filter or a label.</summary>
public sealed record ThemeChoice(string Code, LocalizedText Label, int Rank)
{
    public static async Task<ILookup<CourseVersionId, ThemeChoice>> OfPublishedCoursesAsync(TrainingDbContext db, CancellationToken ct)
    {
        var borne = await (
            from link in db.Set<CourseVersionTheme>().AsNoTracking()
            join theme in db.Themes on link.ThemeCode equals theme.Code
            where db.Courses.Any(course => course.PublishedVersionId == link.CourseVersionId)
            orderby theme.Rank
            select new { link.CourseVersionId, Theme = new ThemeChoice(theme.Code, theme.Label, theme.Rank) }).ToListAsync(ct);

        return borne.ToLookup(link => link.CourseVersionId, link => link.Theme);
    }
}
