using System.Text.Json;
using MimeKit;
using Training.Tests.Infrastructure;

namespace Training.Tests.Messages;

/// <summary>A calendar as another library understood it.</summary>
internal sealed record ReadCalendar(string Method, IReadOnlyList<string> Zones, IReadOnlyList<ReadEvent> Events);

/// <param name="Start">In the event's own zone.</param>
internal sealed record ReadEvent(
    string Uid, int Sequence, string? Status, string Summary, string Location, string? Organizer, IReadOnlyList<string> Attendees, string Zone, string Start, string End, string Utc);

/// <summary>Calendars read by <c>ical.js</c>, which shares no code with what writes them.</summary>
internal static class CalendarReading
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<ReadCalendar>> ReadAsync(params IEnumerable<string> calendars)
    {
        var files = new List<string>();
        foreach (var calendar in calendars)
        {
            files.Add(TemporaryFiles.NewPath(".ics"));
            await File.WriteAllTextAsync(files[^1], calendar);
        }

        var output = await ExternalTool.RunAsync("node", [Repository.PathOf("Training.Tests", "Messages", "read-calendar.mjs"), .. files]);
        return JsonSerializer.Deserialize<List<ReadCalendar>>(output, Json)!;
    }

    public static Task<IReadOnlyList<ReadCalendar>> ReadAsync(MimeMessage letter) => ReadAsync(letter.BodyParts.OfType<TextPart>().Where(part => part.IsAttachment).Select(part => part.Text));
}
