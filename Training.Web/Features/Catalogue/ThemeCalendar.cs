using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Web.Hosting;

namespace Training.Web.Features.Catalogue;

/// <summary>The days of the sessions to come of one theme, for the calendar programs of whoever subscribes.</summary>
public static class ThemeCalendar
{
    private const string Zone = "Europe/Brussels";

    /// <returns>Nothing when there is no such theme.</returns>
    public static async Task<string?> FindAsync(TrainingDbContext db, SchoolOptions school, string code, string language, DateOnly today, CancellationToken ct)
    {
        var theme = await db.Themes.AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, ct);
        if (theme is null)
            return null;

        var slots = await (
            from session in db.Sessions.AsNoTracking().ListedSessions()
            where session.LastDay >= today
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where db.Set<CourseVersionTheme>().Any(link => link.CourseVersionId == version.Id && link.ThemeCode == code)
            join room in db.Rooms on session.RoomId equals room.Id
            join slot in db.TeachingSlots on session.Id equals slot.SessionId
            orderby slot.Date, session.Code, slot.Start
            select new { session.Code, version.Title, Room = room.Name, slot.Date, slot.Start, slot.End }).ToListAsync(ct);

        var calendar = new Calendar { ProductId = $"-//{school.ShortName}//{theme.Code}//{language.ToUpperInvariant()}", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", $"{school.ShortName} – {theme.Label.In(language)}");
        foreach (var day in slots.GroupBy(slot => (slot.Code, slot.Date)))
        {
            var (first, last) = (day.First(), day.Last());
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{first.Code}-{first.Date:yyyyMMdd}@{new Uri(school.PublicAddress).Host}",
                Summary = first.Title.In(language),
                Location = first.Room,
                Url = new Uri(new Uri(school.PublicAddress), $"/{language}/sessions/{first.Code}"),
                DtStamp = new CalDateTime(today.ToDateTime(TimeOnly.MinValue), "UTC"),
                Start = new CalDateTime(first.Date.ToDateTime(first.Start), Zone),
                End = new CalDateTime(last.Date.ToDateTime(last.End), Zone),
            });
        }

        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone));
        return new CalendarSerializer().SerializeToString(calendar);
    }
}
