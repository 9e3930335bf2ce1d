using Training.Domain.Parameters;

namespace Training.Domain.TimeRelease;

public enum PelCategory
{
    Vocational,
    General,
    Language,

    /// <summary>A national or sign language, or one that the job takes.</summary>
    LanguageOfTheJob,
}

/// <summary>
/// Paid educational leave in Brussels (Recovery Act of 22 January 1985, Government Order of 29 June 2023), behind the switch
/// <c>pel.enabled</c>. One lesson period attended gives one hour of leave.
/// </summary>
public static class PaidEducationalLeave
{
    private const int MinutesInHour = 60;
    private const int UpperSecondary = 3;

    /// <summary>
    /// The yearly cap in minutes of leave. The fraction of September counts for the whole school year; below the minimum there is no right.
    /// </summary>
    /// <param name="levelHeld">1 (primary) to 5 (master); nothing when it is not known, which raises no cap.</param>
    public static int CapMinutes(PelCategory category, int? levelHeld, decimal septemberFraction, DateOnly on, ParameterBook parameters)
    {
        if (septemberFraction < parameters.Fraction(ParameterKeys.PelMinFraction, on))
            return 0;

        var atMostUpperSecondary = levelHeld <= UpperSecondary;
        var hours = parameters.Number(category switch
        {
            PelCategory.Vocational => atMostUpperSecondary ? ParameterKeys.PelCapVocationalMaxCess : ParameterKeys.PelCapVocational,
            PelCategory.General => ParameterKeys.PelCapGeneral,
            PelCategory.Language => atMostUpperSecondary ? ParameterKeys.PelCapLanguageRaised : ParameterKeys.PelCapLanguage,
            _ => ParameterKeys.PelCapLanguageRaised,
        }, on);
        return Entitlement.Round(hours * MinutesInHour * septemberFraction);
    }

    /// <summary>Minutes of leave that attended lessons give, up to the cap; none for a course with too few contact hours.</summary>
    public static int LeaveMinutes(int courseContactMinutes, int attendedMinutes, int capMinutes, DateOnly on, ParameterBook parameters)
    {
        if (courseContactMinutes < parameters.Number(ParameterKeys.PelMinContactHours, on) * MinutesInHour)
            return 0;

        var periods = (decimal)attendedMinutes / parameters.Number(ParameterKeys.PelLessonPeriodMinutes, on);
        return Math.Min(Entitlement.Round(periods * MinutesInHour), capMinutes);
    }

    /// <summary>What the employer can claim back for leave of a school year, in euros.</summary>
    public static decimal RefundEur(int leaveMinutes, DateOnly on, ParameterBook parameters) =>
        Math.Round(leaveMinutes * parameters.Fraction(ParameterKeys.PelRefundPerHour, on) / MinutesInHour, 2, MidpointRounding.AwayFromZero);
}
