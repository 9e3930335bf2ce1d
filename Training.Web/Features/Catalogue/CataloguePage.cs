using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Courses.Search;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Catalogue;

/// <summary>The published courses that answer a search, ten at first, with the next chance to follow each of them.</summary>
public sealed record CataloguePage(
    CatalogueFilter Filter, int CourseCount, int SessionCount, IReadOnlyList<ThemeChoice> Themes, IReadOnlyList<CataloguePage.Place> Places,
    int Found, IReadOnlyList<CataloguePage.Line> Courses)
{
    /// <summary>No course has the words that were typed, whatever else was asked.</summary>
    public bool WordsFoundNothing { get; init; }

    public bool HasMore => Courses.Count < Found && Courses.Count < CatalogueFilter.MostShown;

    /// <summary>A municipality where courses are given.</summary>
    public sealed record Place(string Nis, LocalizedText Name);

    public sealed record Line(
        string Code, LocalizedText Title, int Minutes, LocalizedText Funder, IReadOnlyList<ThemeChoice> Themes, NextSession? Next);

    public sealed record NextSession(CourseId CourseId, string Code, DateOnly FirstDay, TeachingLanguage Language, int SeatsLeft, bool SomebodyWaits);

    public static async Task<CataloguePage> FindAsync(TrainingDbContext db, CatalogueSearch search, CatalogueFilter filter, DateOnly today, CancellationToken ct)
    {
        var hits = await search.FindAsync(filter.Words, ct);
        var courses = filter.Courses(db, today);
        var ranked = hits is null
            ? courses.Select(course => new { course.Id, course.Code, Rank = 0 })
            : courses.Join(hits, course => course.Id, hit => hit.CourseId, (course, hit) => new { course.Id, hit.Code, hit.Rank });

        var shown = await ranked.OrderByDescending(course => course.Rank).ThenBy(course => course.Code).Take(filter.Shown).Select(course => course.Id).ToListAsync(ct);
        var found = shown.Count < filter.Shown ? shown.Count : await ranked.CountAsync(ct);
        return new CataloguePage(
            filter,
            await db.Courses.CountAsync(course => course.PublishedVersionId != null, ct),
            await db.Sessions.ListedSessions().CountAsync(ct),
            await ThemeChoice.InUseAsync(db, ct),
            await PlacesAsync(db, ct),
            found,
            await LinesAsync(db, shown, filter, today, ct))
        {
            WordsFoundNothing = found == 0 && hits is not null && !await hits.AnyAsync(ct),
        };
    }

    private static async Task<IReadOnlyList<Line>> LinesAsync(TrainingDbContext db, List<CourseId> shown, CatalogueFilter filter, DateOnly today, CancellationToken ct)
    {
        var courses = (await (
            from course in db.Courses.AsNoTracking()
            where shown.Contains(course.Id)
            join version in db.CourseVersions on course.PublishedVersionId equals version.Id
            join funder in db.Funders on version.FunderCode equals funder.Code
            select new { course.Id, VersionId = version.Id, course.Code, version.Title, version.ScheduledMinutes, Funder = funder.Name }).ToListAsync(ct))
            .ToDictionary(course => course.Id);
        var themes = await ThemeChoice.OfAsync(db, [.. courses.Values.Select(course => course.VersionId)], ct);
        var coming = (await (
            from session in filter.Coming(db, today)
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where shown.Contains(version.CourseId)
            orderby session.FirstDay, session.Code
            select new NextSession(
                version.CourseId, session.Code, session.FirstDay!.Value, session.Language, session.CapacityMax - session.SeatsTaken,
                db.Enrolments.Waiting().Any(enrolment => enrolment.SessionId == session.Id))).ToListAsync(ct)).ToLookup(session => session.CourseId);

        return [.. shown.Select(id => courses[id]).Select(course => new Line(
            course.Code, course.Title, course.ScheduledMinutes, course.Funder, [.. themes[course.VersionId]], coming[course.Id].FirstOrDefault()))];
    }

    private static async Task<IReadOnlyList<Place>> PlacesAsync(TrainingDbContext db, CancellationToken ct) => await db.Municipalities.AsNoTracking()
        .Where(municipality => db.Venues.Any(venue => venue.Nis == municipality.Nis && db.Rooms.Any(room => room.VenueId == venue.Id)))
        .OrderBy(municipality => municipality.Nis)
        .Select(municipality => new Place(municipality.Nis, municipality.Name)).ToListAsync(ct);
}
