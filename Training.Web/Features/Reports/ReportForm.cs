using Training.Reports.Reporting;

namespace Training.Web.Features.Reports;

/// <summary>What a report is asked. Without dates: the year so far.</summary>
public class ReportForm
{
    public const int MaxYears = 10;

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Funder { get; set; }

    public string? Grant { get; set; }

    public string? Organisation { get; set; }

    public string? Theme { get; set; }

    public string? Rows { get; set; }

    public string? Columns { get; set; }

    public bool Published { get; set; }

    /// <summary>Values of dimensions to which the report is narrowed, by dimension.</summary>
    public Dictionary<string, string?> Only { get; set; } = [];

    /// <summary>Nothing when the dates are in the wrong order or too far apart.</summary>
    public ReportQuestion? QuestionOn(string report, DateOnly today)
    {
        var to = To ?? today;
        var from = From ?? new DateOnly(to.Year, 1, 1);
        return from > to || from.AddYears(MaxYears) < to
            ? null
            : Question(report, from, to);
    }

    protected ReportQuestion Question(string report, DateOnly from, DateOnly to) =>
        new(report, from, to, Code(Funder), Code(Grant), Code(Organisation), Code(Theme), Dimension.Find(Rows)?.Key, Dimension.Find(Columns)?.Key, Published,
            Code(string.Join(';', Only.Where(one => !string.IsNullOrWhiteSpace(one.Value) && !(Published && one.Key == Dimension.Person.Key)).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}:{one.Value}"))));

    private static string? Code(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
