using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Sessions;

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
    private const string NotStated = "none";

    /// <summary>The word for a course that is recognised by the law itself.</summary>
    public const string Automatic = "automatic";

    /// <summary>
    /// Whether it can be taken for a session: switched on, a recognised course with enough contact hours, private staff, and a fraction that
    /// reaches the minimum.
    /// </summary>
    /// <param name="employments">All rows of the person with the employer.</param>
    public static bool IsOpenTo(
        IReadOnlyCollection<Employment> employments, Organisation employer, Session session, CourseVersion course, ParameterBook parameters) =>
        session.FirstDay is { } firstDay
        && parameters.Flag(ParameterKeys.PelEnabled, firstDay)
        && IsRecognised(session, course, parameters)
        && !employer.IsPublicService
        && employments.Any(e => e.StaffCategory == StaffCategory.Private && e.CoversDay(firstDay))
        && FrozenFraction(employments, firstDay) >= parameters.Fraction(ParameterKeys.PelMinFraction, firstDay);

    /// <summary>Whether the course is one of those that open it: recognised, and with enough contact hours.</summary>
    public static bool IsRecognised(Session session, CourseVersion course, ParameterBook parameters) =>
        session.FirstDay is { } firstDay
        && session.FurtherPolicies.Union(course.FurtherPolicies).Append(course.Policy).Contains(AttendancePolicyKind.PelQuarter)
        && HasEnoughContact(course.ScheduledMinutes, firstDay, parameters);

    /// <summary>The fraction of September, which counts for the whole school year; of the month in which the course starts for who was not there yet.</summary>
    public static decimal FrozenFraction(IReadOnlyCollection<Employment> employments, DateOnly firstDay)
    {
        var september = ReferenceDates.SchoolYearStart(firstDay);
        return LastHeldIn(september) ?? LastHeldIn(new DateOnly(firstDay.Year, firstDay.Month, 1)) ?? 0;

        decimal? LastHeldIn(DateOnly month) => Enumerable.Range(1, DateTime.DaysInMonth(month.Year, month.Month))
            .Select(day => employments.Where(e => e.StaffCategory == StaffCategory.Private && e.CoversDay(new DateOnly(month.Year, month.Month, day))).Sum(e => e.FteFraction))
            .Where(fraction => fraction > 0).Select(fraction => (decimal?)Math.Min(fraction, 1)).LastOrDefault();
    }

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
        if (!HasEnoughContact(courseContactMinutes, on, parameters))
            return 0;

        return Math.Min(OfLessons(attendedMinutes, on, parameters), capMinutes);
    }

    /// <summary>One lesson period gives one hour of leave.</summary>
    internal static int OfLessons(int minutes, DateOnly on, ParameterBook parameters) =>
        Entitlement.Round((decimal)minutes / parameters.Number(ParameterKeys.PelLessonPeriodMinutes, on) * MinutesInHour);

    /// <summary>What the recognition of a course says of it: a condition that each course can have of its own.</summary>
    public static PelCategory CategoryOf(CourseId course, DateOnly on, ParameterBook parameters) =>
        Enum.Parse<PelCategory>(parameters.Row(ParameterKeys.PelCategory, on, course.Value).Value);

    /// <summary>A number, a joint committee with its date, or <see cref="Automatic"/>; nothing while nobody has stated it.</summary>
    public static string? RecognitionOf(CourseId course, DateOnly on, ParameterBook parameters) =>
        parameters.Row(ParameterKeys.PelRecognition, on, course.Value).Value is var stated && stated != NotStated ? stated : null;

    private static bool HasEnoughContact(int minutes, DateOnly on, ParameterBook parameters) =>
        minutes >= parameters.Number(ParameterKeys.PelMinContactHours, on) * MinutesInHour;

    /// <summary>What the employer can claim back for leave of a school year, in euros.</summary>
    public static decimal RefundEur(int leaveMinutes, DateOnly on, ParameterBook parameters) =>
        Math.Round(leaveMinutes * parameters.Fraction(ParameterKeys.PelRefundPerHour, on) / MinutesInHour, 2, MidpointRounding.AwayFromZero);
}
