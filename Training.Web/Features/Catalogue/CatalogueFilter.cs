using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Catalogue;

/// <summary>What somebody looks for in the catalogue, as it stands in the address.</summary>
public sealed class CatalogueFilter
{
    public const int QueryMaxLength = 100;
    public const int FirstShown = 10;
    public const int MostShown = 200;
    public const int MostHours = 1000;

    public string? Q { get; set; }

    public string? Theme { get; set; }

    /// <summary>The NIS code of the municipality where the session is given.</summary>
    public string? Municipality { get; set; }

    public TeachingLanguage? Language { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public bool Free { get; set; }

    public int? MaxHours { get; set; }

    public int Show { get; set; } = FirstShown;

    public string? Words => Q?.Length > QueryMaxLength ? Q[..QueryMaxLength] : Q;

    public int Shown => Math.Clamp(Show, FirstShown, MostShown);

    public bool IsSet => !string.IsNullOrWhiteSpace(Q) || Narrows;

    /// <summary>More than words is asked.</summary>
    public bool Narrows => !string.IsNullOrEmpty(Theme) || MaxHours is not null || AsksForSession;

    private bool AsksForSession => !string.IsNullOrEmpty(Municipality) || Language is not null || From is not null || Until is not null || Free;

    /// <summary>Published courses that answer everything but the words.</summary>
    public IQueryable<Course> Courses(TrainingDbContext db, DateOnly today)
    {
        var courses = db.Courses.AsNoTracking().Where(course => course.PublishedVersionId != null);
        if (!string.IsNullOrEmpty(Theme))
            courses = courses.Where(course => db.Set<CourseVersionTheme>().Any(link => link.CourseVersionId == course.PublishedVersionId && link.ThemeCode == Theme));
        if (MaxHours is { } hours)
            courses = courses.Where(course => db.CourseVersions.Any(version => version.Id == course.PublishedVersionId && version.ScheduledMinutes <= 60 * Math.Clamp(hours, 0, MostHours)));
        if (!AsksForSession)
            return courses;

        var coming = Coming(db, today);
        return courses.Where(course => db.CourseVersions.Any(version => version.CourseId == course.Id && coming.Any(session => session.CourseVersionId == version.Id)));
    }

    /// <summary>Sessions to come that answer what is asked of a session.</summary>
    public IQueryable<Session> Coming(TrainingDbContext db, DateOnly today)
    {
        var sessions = db.Sessions.AsNoTracking()
            .Where(session => session.FirstDay > today && (session.Status == SessionStatus.Open || session.Status == SessionStatus.Confirmed));
        if (From is { } from)
            sessions = sessions.Where(session => session.FirstDay >= from);
        if (Until is { } until)
            sessions = sessions.Where(session => session.FirstDay <= until);
        if (Language is { } language)
            sessions = sessions.Where(session => session.Language == language || session.Language == TeachingLanguage.Bilingual);
        if (!string.IsNullOrEmpty(Municipality))
            sessions = sessions.Where(session => db.Rooms.Any(room => room.Id == session.RoomId && db.Venues.Any(venue => venue.Id == room.VenueId && venue.Nis == Municipality)));
        if (Free)
            sessions = sessions.Where(session => session.SeatsTaken < session.CapacityMax && !db.Enrolments.Waiting().Any(enrolment => enrolment.SessionId == session.Id));
        return sessions;
    }

    /// <summary>The same question with more answers, as the query of an address.</summary>
    public string More()
    {
        (string Name, string? Value)[] fields =
        [
            ("q", Words), ("theme", Theme), ("municipality", Municipality), ("language", Language?.ToString()),
            ("from", Written(From)), ("until", Written(Until)), ("free", Free ? "true" : null),
            ("maxHours", MaxHours?.ToString(CultureInfo.InvariantCulture)), ("show", (Shown + FirstShown).ToString(CultureInfo.InvariantCulture)),
        ];
        return "?" + string.Join('&', fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => $"{field.Name}={UrlEncoder.Default.Encode(field.Value!)}"));
    }

    public static string? Written(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
