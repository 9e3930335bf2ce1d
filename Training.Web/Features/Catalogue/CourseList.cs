using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Catalogue;

/// <summary>The published courses as other systems read them, at <c>/api/v1/courses</c>.</summary>
public sealed record CourseList(IReadOnlyList<CourseList.Item> Courses)
{
    public sealed record Item(
        string Code, Texts Title, Texts Summary, IReadOnlyList<Theme> Themes, decimal Hours, decimal PriceEur, Funder Funder, IReadOnlyList<ComingSession> Sessions);

    public sealed record Texts(string Fr, string Nl, string? En)
    {
        public static Texts Of(LocalizedText text) => new(text.Fr, text.Nl, text.En);
    }

    public sealed record Theme(string Code, Texts Label);

    public sealed record Funder(string Code, Texts Name);

    public sealed record ComingSession(
        string Code, TeachingLanguage Language, string Venue, DateOnly FirstDay, DateOnly LastDay, int Seats, int SeatsLeft);

    public static async Task<CourseList> FindAsync(TrainingDbContext db, DateOnly today, CancellationToken ct)
    {
        var courses = await (
            from course in db.Courses.AsNoTracking()
            join version in db.CourseVersions on course.PublishedVersionId equals version.Id
            join funder in db.Funders on version.FunderCode equals funder.Code
            orderby course.Code
            select new { course.Id, course.Code, Version = version, Funder = funder }).ToListAsync(ct);
        var themes = await ThemeChoice.OfPublishedCoursesAsync(db, ct);
        var sessions = (await (
            from session in db.Sessions.AsNoTracking()
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            join room in db.Rooms on session.RoomId equals room.Id
            where session.FirstDay > today && (session.Status == SessionStatus.Open || session.Status == SessionStatus.Confirmed)
            orderby session.FirstDay, session.Code
            select new
            {
                version.CourseId,
                Line = new ComingSession(
                    session.Code, session.Language, room.Name, session.FirstDay!.Value, session.LastDay!.Value, session.CapacityMax,
                    session.CapacityMax - session.SeatsTaken),
            }).ToListAsync(ct)).ToLookup(session => session.CourseId, session => session.Line);

        return new CourseList([.. courses.Select(course => new Item(
            course.Code,
            Texts.Of(course.Version.Title),
            Texts.Of(course.Version.Summary),
            [.. themes[course.Version.Id].Select(theme => new Theme(theme.Code, Texts.Of(theme.Label)))],
            Math.Round(course.Version.ScheduledMinutes / 60m, 2, MidpointRounding.AwayFromZero),
            course.Version.PriceEur,
            new Funder(course.Funder.Code, Texts.Of(course.Funder.Name)),
            [.. sessions[course.Id]]))]);
    }
}
