using Training.Reports.TrainingHours;

namespace Training.Web.Features.Reports;

/// <summary>Which hours are asked for. Without dates: the year so far.</summary>
public sealed class TrainingHoursForm
{
    public const int MaxYears = 10;

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Organisation { get; set; }

    public string? Funder { get; set; }

    public string? Theme { get; set; }

    /// <summary>Nothing when the dates are in the wrong order or too far apart.</summary>
    public TrainingHoursFilter? FilterOn(DateOnly today)
    {
        var to = To ?? today;
        var from = From ?? new DateOnly(to.Year, 1, 1);
        return from > to || from.AddYears(MaxYears) < to ? null : new TrainingHoursFilter(from, to, Code(Organisation), Code(Funder), Code(Theme));
    }

    private static string? Code(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
