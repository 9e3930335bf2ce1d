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

    /// <summary>
    /// Weights each fraction by its days in the year (condition <c>geco.proRata</c>). Employments that overlap count together, and never
    /// for more than one full-time post.
    /// </summary>
    public static int DayWeighted(TimeReleaseYear year, IEnumerable<Weighted> stretches)
    {
        var within = stretches.Select(stretch => stretch with { Period = stretch.Period.Within(year) }).Where(stretch => stretch.Period.Days > 0).ToList();
        var cuts = within.SelectMany(stretch => new[] { stretch.Period.From, stretch.Period.To.AddDays(1) }).Distinct().Order().ToList();
        return Round(cuts.Zip(cuts.Skip(1), (from, next) =>
            (next.DayNumber - from.DayNumber) * Together(within.Where(stretch => stretch.Period.From <= from && stretch.Period.To >= from))).Sum() / year.Days);
    }

    /// <summary>The same at one figure, for a calendar year.</summary>
    public static int DayWeighted(int minutesPerFte, int year, IEnumerable<Period> periods) =>
        DayWeighted(TimeReleaseYear.Calendar(year), periods.Select(period => new Weighted(period, minutesPerFte)));

    /// <summary>Counts months in service instead of days, each started month as a full one.</summary>
    public static int MonthWeighted(int minutesPerFte, decimal fteFraction, int startedMonths) =>
        Round(minutesPerFte * fteFraction * startedMonths / MonthsInYear);

    /// <summary>Started months over a year in which the fraction may change: a month counts at what was worked on its last day of work.</summary>
    public static int MonthWeighted(TimeReleaseYear year, IReadOnlyCollection<Weighted> stretches) => Round(
        Enumerable.Range(0, MonthsInYear).Select(year.First.AddMonths).Sum(first => MonthOf(first, first.AddMonths(1).AddDays(-1), stretches)) / MonthsInYear);

    private static decimal MonthOf(DateOnly first, DateOnly last, IEnumerable<Weighted> stretches)
    {
        var worked = stretches.Where(stretch => stretch.Period.From <= last && stretch.Period.To >= first).ToList();
        if (worked.Count == 0)
            return 0;

        var day = worked.Max(stretch => Earlier(stretch.Period.To, last));
        return Together(worked.Where(stretch => stretch.Period.From <= day && stretch.Period.To >= day));
    }

    // Minutes of a whole year for what somebody works at the same time: at most those of one full-time post.
    private static decimal Together(IEnumerable<Weighted> held)
    {
        var (fraction, minutes) = held.Aggregate((Fraction: 0m, Minutes: 0m), (sum, stretch) =>
            (sum.Fraction + stretch.Period.FteFraction, sum.Minutes + (stretch.Period.FteFraction * stretch.MinutesPerFte)));
        return fraction > 1 ? minutes / fraction : minutes;
    }

    internal static int Round(decimal minutes) => (int)Math.Round(minutes, MidpointRounding.AwayFromZero);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
