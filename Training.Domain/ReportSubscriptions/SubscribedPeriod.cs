namespace Training.Domain.ReportSubscriptions;

/// <summary>Which days a report is about that is made again and again.</summary>
public enum SubscribedPeriod
{
    PreviousMonth,
    PreviousQuarter,
    PreviousYear,

    /// <summary>From 1 January to the day before.</summary>
    YearSoFar,
}

public static class SubscribedPeriods
{
    /// <summary>The first and the last day, as seen on a day.</summary>
    public static (DateOnly From, DateOnly To) On(this SubscribedPeriod period, DateOnly day)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        var quarter = new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
        var yesterday = day.AddDays(-1);
        return period switch
        {
            SubscribedPeriod.PreviousMonth => (month.AddMonths(-1), month.AddDays(-1)),
            SubscribedPeriod.PreviousQuarter => (quarter.AddMonths(-3), quarter.AddDays(-1)),
            SubscribedPeriod.PreviousYear => (new(day.Year - 1, 1, 1), new(day.Year - 1, 12, 31)),
            _ => (new(yesterday.Year, 1, 1), yesterday),
        };
    }
}
