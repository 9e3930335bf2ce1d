namespace Training.Domain.TimeRelease;

/// <summary>How many minutes of training a year gives, in proportion to the time worked.</summary>
public static class Entitlement
{
    /// <summary>A stretch of the year at one employment fraction.</summary>
    public readonly record struct Period(DateOnly From, DateOnly To, decimal FteFraction)
    {
        public int Days => To.DayNumber - From.DayNumber + 1;
    }

    /// <summary>
    /// Weights each fraction by its days in the calendar year (condition <c>geco.proRata</c>). Rounded once, to the whole
    /// minute, half away from zero.
    /// </summary>
    public static int DayWeighted(int minutesPerFte, int year, IEnumerable<Period> periods)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var weighted = periods
            .Select(period => period with { From = Later(period.From, first), To = Earlier(period.To, last) })
            .Where(period => period.Days > 0)
            .Sum(period => period.Days * period.FteFraction);

        return Round(minutesPerFte * weighted / (DateTime.IsLeapYear(year) ? 366 : 365));
    }

    /// <summary>Counts months in service instead of days, each started month as a full one.</summary>
    public static int MonthWeighted(int minutesPerFte, decimal fteFraction, int startedMonths) =>
        Round(minutesPerFte * fteFraction * startedMonths / 12);

    private static int Round(decimal minutes) => (int)Math.Round(minutes, MidpointRounding.AwayFromZero);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
