using Training.Domain;
using Training.Reports.Reporting;

namespace Training.Web.Features.Reports;

/// <summary>The end comes before the start, the period is too long, or it lies where no school was or will be.</summary>
public sealed record PeriodWrong(int Years, int First, int Last) : Refusal;

/// <summary>What was given for a date is none.</summary>
public sealed record DateUnreadable : Refusal;

/// <summary>What was given is none of the choices.</summary>
public sealed record ChoiceUnreadable : Refusal;

/// <summary>What a report is asked. Without dates: the year so far.</summary>
public class ReportForm
{
    private const int MaxYears = 10;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public DateOnly? CompareFrom { get; set; }

    public string? Funder { get; set; }

    public string? Grant { get; set; }

    public string? Organisation { get; set; }

    public string? Theme { get; set; }

    public string? Rows { get; set; }

    public string? Columns { get; set; }

    public bool Published { get; set; }

    /// <summary>Values of dimensions to which the report is narrowed, by dimension.</summary>
    public Dictionary<string, string?> Only { get; set; } = [];

    public Outcome<ReportQuestion> QuestionOn(string report, DateOnly today)
    {
        var to = To ?? today;
        var from = From ?? new DateOnly(to.Year, 1, 1);
        if (from > to || to.Year > LastYear || from.Year < FirstYear || CompareFrom is { Year: < FirstYear or > LastYear } || from.AddYears(MaxYears) < to)
            return new PeriodWrong(MaxYears, FirstYear, LastYear);

        var question = Question(report, from, to);
        return ReportLayout.Of(report).RefusalOf(question) is { } refusal ? refusal : question;
    }

    protected ReportQuestion Question(string report, DateOnly from, DateOnly to) => ReportLayout.Of(report).Fit(
        new(report, from, to, Code(Funder), Code(Grant), Code(Organisation), Code(Theme), Rows, Columns, Published,
            Code(string.Join(';', Only.Where(one => !string.IsNullOrWhiteSpace(one.Value)).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}:{one.Value}"))), CompareFrom));

    private static string? Code(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
