using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Web.Features.CourseEditor;

/// <summary>Every course with its state, who waits for one, and what was searched in vain.</summary>
public sealed record CourseEditorPage(IReadOnlyList<CourseEditorPage.Line> Courses, IReadOnlyList<CourseEditorPage.Miss> Misses)
{
    public const int MissesSinceDays = 90;
    private const int MostMisses = 20;

    public sealed record Line(string Code, LocalizedText Title, int? Published, int Latest, bool IsStale, int Waiting);

    public sealed record Miss(string Words, int Count);

    public static async Task<CourseEditorPage> FindAsync(TrainingDbContext db, DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-MissesSinceDays);
        var courses = await (
            from course in db.Courses.AsNoTracking()
            join latest in db.CourseVersions on course.Id equals latest.CourseId
            where !db.CourseVersions.Any(later => later.CourseId == course.Id && later.Number > latest.Number)
            orderby course.Code
            select new Line(
                course.Code, latest.Title, db.CourseVersions.Where(v => v.Id == course.PublishedVersionId).Select(v => (int?)v.Number).FirstOrDefault(), latest.Number,
                latest.FrIsStale || latest.NlIsStale, db.InterestEntries.Count(i => i.CourseId == course.Id && i.WithdrawnAt == null))).ToListAsync(ct);
        var misses = await db.SearchMisses.Where(miss => miss.Date >= since).GroupBy(miss => miss.Words)
            .Select(group => new { Words = group.Key, Count = group.Sum(miss => miss.Count) })
            .OrderByDescending(miss => miss.Count).ThenBy(miss => miss.Words).Take(MostMisses).ToListAsync(ct);
        return new CourseEditorPage(courses, misses.ConvertAll(miss => new Miss(miss.Words, miss.Count)));
    }
}
