using System.Globalization;
using System.Text.RegularExpressions;
using Training.Tests.Infrastructure;

namespace Training.Tests.Jobs.AcceleratedYear;

/// <summary>Reads <c>expected-year.txt</c>: how is said at its head.</summary>
internal static partial class ExpectedYear
{
    public static List<string> Read()
    {
        var groups = new Dictionary<string, List<string>>();
        var (days, rest, events) = (new List<DateOnly>(), "", new List<string>());
        foreach (var line in File.ReadLines(Repository.PathOf("Training.Tests", "Jobs", "AcceleratedYear", "expected-year.txt"))
            .Select(line => line.Split('#')[0].TrimEnd()).Where(line => line.Length > 0))
        {
            if (Group().Match(line) is { Success: true } group)
                groups[group.Groups[1].Value] = PeopleIn(group.Groups[2].Value, groups);
            else if (Heading().Match(line) is { Success: true } heading)
                (days, rest) = (DaysOf(heading), heading.Groups["rest"].Value);
            else if (line.Split(" : ") is [var what, var whom])
                events.AddRange(days.SelectMany(day => PeopleIn(whom, groups).Select(person => $"{day:yyyy-MM-dd} {rest} | {what.Trim()} | {person}")));
            else
                events.AddRange(days.Select(day => $"{day:yyyy-MM-dd} {rest} | {line.Trim()} | ".Replace("{day}", $"{day:yyyy-MM-dd}", StringComparison.Ordinal)));
        }

        return events;
    }

    // Names and groups; what follows "but" is left out.
    private static List<string> PeopleIn(string text, Dictionary<string, List<string>> groups)
    {
        List<string> Named(string part) => [.. part.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).SelectMany(name => groups.TryGetValue(name, out var people) ? people : [name])];
        return text.Split(" but ") is [var all, var some] ? [.. Named(all).Except(Named(some))] : Named(text);
    }

    private static List<DateOnly> DaysOf(Match heading)
    {
        var first = DateOnly.ParseExact(heading.Groups["first"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var last = heading.Groups["last"] is { Success: true, Value: var to } ? DateOnly.ParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture) : first;
        var step = heading.Groups["step"].Value == "weekly" ? 7 : 1;
        return [.. Enumerable.Range(0, ((last.DayNumber - first.DayNumber) / step) + 1).Select(turn => first.AddDays(turn * step))];
    }

    [GeneratedRegex(@"^(@\S+) = (.+)$")]
    private static partial Regex Group();

    [GeneratedRegex(@"^(?<first>\d{4}-\d\d-\d\d)( (?<step>daily|weekly) to (?<last>\d{4}-\d\d-\d\d))? (?<rest>\d\d:\d\d \S+)$")]
    private static partial Regex Heading();
}
