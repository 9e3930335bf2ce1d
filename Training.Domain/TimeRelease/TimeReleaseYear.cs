using Training.Domain.Parameters;

namespace Training.Domain.TimeRelease;

/// <summary>The year of an account: a calendar year, or a school year that bears the number of the year in which it begins.</summary>
public readonly record struct TimeReleaseYear(int Number, DateOnly First, DateOnly Last)
{
    private const string School = "school";

    public int Days => Last.DayNumber - First.DayNumber + 1;

    public static TimeReleaseYear Calendar(int year) => new(year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public static TimeReleaseYear SchoolYear(int year) => SchoolYearOf(new DateOnly(year, 12, 31));

    /// <summary>The year of a scheme in which a day lies.</summary>
    public static TimeReleaseYear Of(string scheme, DateOnly day, ParameterBook parameters) => scheme switch
    {
        Schemes.PelBru => SchoolYearOf(day),
        Schemes.GecoLocal when parameters.Row(ParameterKeys.GecoYearType, day).Value == School => SchoolYearOf(day),
        _ => Calendar(day.Year),
    };

    /// <summary>Whether an account of a scheme is of this year.</summary>
    public bool Is(TimeReleaseAccount account) => account.Year == Number;

    public bool Holds(DateOnly day) => First <= day && day <= Last;

    private static TimeReleaseYear SchoolYearOf(DateOnly day)
    {
        var first = ReferenceDates.SchoolYearStart(day);
        return new TimeReleaseYear(first.Year, first, first.AddYears(1).AddDays(-1));
    }
}
