namespace Training.Domain.TimeRelease;

/// <summary>How many minutes of training a year gives, in proportion to the time worked. Rounded once, to the whole minute, half away from zero.</summary>
public static class Entitlement
{
    private const int MonthsInYear = 12;

    /// <summary>A stretch of the year at one employment fraction.</summary>
    public readonly record struct Period(DateOnly From, DateOnly To, decimal FteFraction)
    {
        public int Days => To.DayNumber - From.DayNumber + 1;

        /// <summary>The part of it that lies in a year; without a day where it lies outside.</summary>
        public Period Within(TimeReleaseYear year) => this with { From = Later(From, year.First), To = Earlier(To, year.Last) };
    }

    /// <summary>A stretch with the minutes that a full-time post gets for a whole year of it.</summary>
    public readonly record struct Weighted(Period Period, int MinutesPerFte);

    /// <summary>Weights each fraction by its days in the year (condition <c>geco.proRata</c>).</summary>
    public static int DayWeighted(TimeReleaseYear year, IEnumerable<Weighted> stretches) => Round(stretches
        .Select(stretch => stretch with { Period = stretch.Period.Within(year) })
        .Where(stretch => stretch.Period.Days > 0)
        .Sum(stretch => stretch.Period.Days * stretch.Period.FteFraction * stretch.MinutesPerFte) / year.Days);

    /// <summary>The same at one figure, for a calendar year.</summary>
    public static int DayWeighted(int minutesPerFte, int year, IEnumerable<Period> periods) =>
        DayWeighted(TimeReleaseYear.Calendar(year), periods.Select(period => new Weighted(period, minutesPerFte)));

    /// <summary>Counts months in service instead of days, each started month as a full one.</summary>
    public static int MonthWeighted(int minutesPerFte, decimal fteFraction, int startedMonths) =>
        Round(minutesPerFte * fteFraction * startedMonths / MonthsInYear);

    /// <summary>Started months over a year in which the fraction may change: a month counts at the last fraction worked in it.</summary>
    public static int MonthWeighted(TimeReleaseYear year, IReadOnlyCollection<Weighted> stretches) => Round(
        Enumerable.Range(0, MonthsInYear).Select(year.First.AddMonths)
            .Sum(first => stretches
                .Where(stretch => stretch.Period.From <= first.AddMonths(1).AddDays(-1) && stretch.Period.To >= first)
                .OrderByDescending(stretch => stretch.Period.From)
                .Select(stretch => stretch.Period.FteFraction * stretch.MinutesPerFte)
                .FirstOrDefault()) / MonthsInYear);

    internal static int Round(decimal minutes) => (int)Math.Round(minutes, MidpointRounding.AwayFromZero);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
