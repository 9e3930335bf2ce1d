namespace Training.Domain.Parameters;

/// <summary>The day whose row counts. It belongs to the key, so that nobody picks another one by chance.</summary>
public enum ReferenceDate
{
    /// <summary>The day of what is judged itself, where the key belongs to no group below.</summary>
    DayItself,

    /// <summary>The day of the enrolment (<c>gsob.</c>).</summary>
    EnrolmentDay,

    /// <summary>The first day of the session (<c>guard.</c>).</summary>
    FirstSessionDay,

    /// <summary>The day of the teaching slot (<c>geco.</c>).</summary>
    SlotDay,

    /// <summary>1 January of the year (<c>ior.</c>).</summary>
    YearStart,

    /// <summary>1 September of the school year (<c>pel.</c>): a change during a school year counts from the next.</summary>
    SchoolYearStart,
}

public static class ReferenceDates
{
    private const int SchoolYearMonth = 9;

    public static ReferenceDate Of(string key) => key[..Math.Max(0, key.IndexOf('.', StringComparison.Ordinal))] switch
    {
        "gsob" => ReferenceDate.EnrolmentDay,
        "guard" => ReferenceDate.FirstSessionDay,
        "geco" => ReferenceDate.SlotDay,
        "ior" => ReferenceDate.YearStart,
        "pel" => ReferenceDate.SchoolYearStart,
        _ => ReferenceDate.DayItself,
    };

    /// <summary>The reference date of a key, from the enrolment, session or slot day that is judged.</summary>
    public static DateOnly For(string key, DateOnly day) => Of(key) switch
    {
        ReferenceDate.YearStart => new DateOnly(day.Year, 1, 1),
        ReferenceDate.SchoolYearStart => SchoolYearStart(day),
        _ => day,
    };

    public static DateOnly SchoolYearStart(DateOnly day) => new(day.Month >= SchoolYearMonth ? day.Year : day.Year - 1, SchoolYearMonth, 1);
}
