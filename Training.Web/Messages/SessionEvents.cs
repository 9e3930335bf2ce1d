using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Training.Domain.Messages;
using Training.Web.Hosting;

namespace Training.Web.Messages;

/// <summary>Days of training as events of a calendar. Event n of a session keeps its identity wherever the session is moved to.</summary>
internal static class SessionEvents
{
    private const string Zone = "Europe/Brussels";

    public static Calendar NewCalendar(SchoolOptions school, string method, string language)
    {
        var calendar = new Calendar { ProductId = $"-//{school.ShortName}//{language.ToUpperInvariant()}", Method = method };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone));
        return calendar;
    }

    /// <param name="number">From 1: the how manieth day of the session it is.</param>
    public static CalendarEvent Of(SchoolOptions school, string session, string course, string? room, int number, InvitedDay day, string language, DateTimeOffset stamp) => new()
    {
        Uid = $"{session}-{number}@{new Uri(school.PublicAddress).Host}",
        Summary = course,
        Location = string.IsNullOrEmpty(room) ? school.AddressIn(language) : $"{room}, {school.AddressIn(language)}",
        Url = new Uri(new Uri(school.PublicAddress), $"/{language}/sessions/{session}"),
        DtStamp = new CalDateTime(stamp.UtcDateTime, "UTC"),
        Start = new CalDateTime(day.Date.ToDateTime(day.From), Zone),
        End = new CalDateTime(day.Date.ToDateTime(day.To), Zone),
    };

    public static string Written(Calendar calendar) => new CalendarSerializer().SerializeToString(calendar)!;
}
