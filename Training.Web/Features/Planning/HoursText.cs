using System.Globalization;
using System.Text.RegularExpressions;
using Training.Domain.Time;

namespace Training.Web.Features.Planning;

/// <summary>The teaching hours of a day as people write them: <c>9:00-10:30, 10h45–12h</c>. The gaps are breaks.</summary>
public static partial class HoursText
{
    /// <returns>Nothing when some of it cannot be read, or when hours run backwards.</returns>
    public static IReadOnlyList<TimeInterval>? Read(string text)
    {
        var hours = new List<TimeInterval>();
        foreach (Match stretch in Stretches().Matches(text))
        {
            if (TimeOf(stretch, "h1", "m1") is not { } start || TimeOf(stretch, "h2", "m2") is not { } end || end <= start)
                return null;
            hours.Add(new TimeInterval(start, end));
        }

        return hours.Count > 0 && Stretches().Replace(text, "").Trim(' ', ',', ';', '+', '/', '&').Length == 0 ? hours : null;
    }

    public static string Write(IEnumerable<TimeInterval> hours) => string.Join(", ", hours.OrderBy(stretch => stretch.Start));

    private static TimeOnly? TimeOf(Match stretch, string hour, string minute)
    {
        var hours = int.Parse(stretch.Groups[hour].Value, CultureInfo.InvariantCulture);
        var minutes = stretch.Groups[minute].Success ? int.Parse(stretch.Groups[minute].Value, CultureInfo.InvariantCulture) : 0;
        return hours < 24 && minutes < 60 ? new TimeOnly(hours, minutes) : null;
    }

    [GeneratedRegex(@"[\s,;+/&]*(?<h1>\d{1,2})(?:\s?[:.hu]\s?(?<m1>\d{2})?)?\s*(?:-|–|—|à|tot)\s*(?<h2>\d{1,2})(?:\s?[:.hu]\s?(?<m2>\d{2})?)?", RegexOptions.IgnoreCase)]
    private static partial Regex Stretches();
}
