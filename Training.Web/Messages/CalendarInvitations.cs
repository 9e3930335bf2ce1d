using System.Text;
using Ical.Net;
using Ical.Net.DataTypes;
using MimeKit;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Web.Hosting;

namespace Training.Web.Messages;

/// <summary>What a letter brings into the reader's calendar or takes out of it: one file for each day, as one invitation holds one event.</summary>
internal static class CalendarInvitations
{
    private const string Request = "REQUEST";
    private const string Cancel = "CANCEL";

    // Whole seconds since then: later changes have a greater number, on every node and after every crash, and nothing has to count.
    private static readonly DateTimeOffset Beginning = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<MimeEntity> Of(OutboxMessage message, EnrolmentFacts facts, Person recipient, SchoolOptions school, string language)
    {
        if (facts.Invited is not { } invited)
            return [];

        var days = invited.Days.Select(InvitedDay.Read).ToList();
        var method = message.Kind is MessageKind.SeatConfirmed or MessageKind.SessionMoved ? Request : Cancel;
        var events = days.Select((day, index) => (Number: index + 1, Day: day, Method: method))
            .Concat(Enumerable.Range(days.Count + 1, Math.Max(0, invited.Before - days.Count)).Select(number => (Number: number, Day: days[^1], Method: Cancel)));
        return events.Select(one => Attached(one.Method, one.Number, Written(message, facts, recipient, school, language, one.Number, one.Day, one.Method)));
    }

    private static string Written(
        OutboxMessage message, EnrolmentFacts facts, Person recipient, SchoolOptions school, string language, int number, InvitedDay day, string method)
    {
        var calendar = SessionEvents.NewCalendar(school, method, language);
        var entry = SessionEvents.Of(school, facts.Session, language == "nl" ? facts.CourseNl : facts.CourseFr, facts.Invited!.Room, number, day, language, message.RecordedAt);
        entry.Sequence = (int)(message.RecordedAt - Beginning).TotalSeconds;
        entry.Status = method == Cancel ? EventStatus.Cancelled : EventStatus.Confirmed;
        entry.Organizer = new Organizer($"mailto:{school.Email}") { CommonName = school.NameIn(language) };
        entry.Attendees = [new Attendee($"mailto:{recipient.Email}") { CommonName = recipient.FullName, ParticipationStatus = EventParticipationStatus.NeedsAction, Rsvp = false }];
        calendar.Events.Add(entry);
        return SessionEvents.Written(calendar);
    }

    private static MimePart Attached(string method, int number, string content)
    {
        var part = new MimePart("text", "calendar")
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(content))),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = $"{number}.ics",
        };
        part.ContentType.Parameters.Add("method", method);
        part.ContentType.Charset = "utf-8";
        return part;
    }
}
