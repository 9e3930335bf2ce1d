using Training.Domain.Attendance.Exams;
using Training.Domain.Courses;
using Training.Domain.Parameters;

namespace Training.Domain.Attendance.Policies;

/// <summary>What a rule says of somebody's attendance once the session is over.</summary>
public enum AttendanceVerdict
{
    /// <summary>The rule is met: free where a subsidy makes it so, and certified.</summary>
    Met,

    /// <summary>The rule is not met.</summary>
    NotMet,

    /// <summary>It depends on minutes that nobody has decided on yet.</summary>
    Undecided,
}

/// <summary>What can still be missed before a rule is out of reach, in minutes; below zero when it already is.</summary>
/// <param name="Unjustified">Without a justification.</param>
/// <param name="Justified">With one, where the rule limits that too.</param>
public readonly record struct AttendanceRoom(int Unjustified, int? Justified = null);

/// <summary>The attendance rule of a course. Ratios are compared by multiplication, never as rounded percentages.</summary>
public abstract record AttendancePolicy
{
    public abstract AttendanceVerdict Judge(AttendedMinutes minutes, ExamResult? exam = null);

    /// <summary>What keeps the rule from being met, as far as it is decided; nothing where it is met.</summary>
    public abstract IEnumerable<Refusal> WhyNot(AttendedMinutes minutes, ExamResult? exam = null);

    /// <summary>How much of the minutes to come can still be missed. What nobody has decided on yet is held against the person.</summary>
    public abstract AttendanceRoom RoomFor(AttendedMinutes soFar, int coming);

    /// <summary>The course's own rule: the school's with the figures of the day of the enrolment, those of the law with the figures of the first day.</summary>
    public static AttendancePolicy Of(CourseVersion version, ParameterBook parameters, DateOnly firstDay, DateOnly enrolled) =>
        Of(version.Policy, version, parameters, firstDay, enrolled);

    internal static AttendancePolicy Of(AttendancePolicyKind kind, CourseVersion version, ParameterBook parameters, DateOnly firstDay, DateOnly enrolled) => kind switch
    {
        AttendancePolicyKind.GsobThreshold => new GsobThreshold(
            version.MinRatio ?? parameters.Fraction(ParameterKeys.CertificateMinRatio, enrolled, version.CourseId.Value)),
        AttendancePolicyKind.CommunityGuard => new CommunityGuard(
            parameters.Number(ParameterKeys.GuardTotalLessonHours, firstDay) * 60, parameters.Fraction(ParameterKeys.GuardMaxJustifiedRatio, firstDay)),
        AttendancePolicyKind.PelQuarter => new PelQuarter(parameters.Fraction(ParameterKeys.PelUnjustifiedMaxRatio, firstDay)),
        _ => new NoPolicy(),
    };
}

/// <summary>No rule: whoever was there at all has met it.</summary>
public sealed record NoPolicy : AttendancePolicy
{
    public override AttendanceVerdict Judge(AttendedMinutes minutes, ExamResult? exam = null) =>
        minutes.Attended > 0 ? AttendanceVerdict.Met : AttendanceVerdict.NotMet;

    public override IEnumerable<Refusal> WhyNot(AttendedMinutes minutes, ExamResult? exam = null) => minutes.Attended > 0 ? [] : [new NothingAttended()];

    public override AttendanceRoom RoomFor(AttendedMinutes soFar, int coming) => new(soFar.Attended > 0 ? coming : coming - 1);
}

/// <summary>
/// The school's general conditions: a minimum share of the hours. Justified absence leaves the denominator, for charge and
/// certificate alike.
/// </summary>
public sealed record GsobThreshold(decimal MinRatio) : AttendancePolicy
{
    public override AttendanceVerdict Judge(AttendedMinutes minutes, ExamResult? exam = null)
    {
        if (minutes.Attended > 0 && Reached(minutes.Attended, minutes.Scheduled - minutes.Justified))
            return AttendanceVerdict.Met;

        var couldStillReach = minutes.Attended > 0 && minutes.Pending > 0
            && Reached(minutes.Attended, minutes.Scheduled - minutes.Justified - minutes.Pending);
        return couldStillReach ? AttendanceVerdict.Undecided : AttendanceVerdict.NotMet;
    }

    public override IEnumerable<Refusal> WhyNot(AttendedMinutes minutes, ExamResult? exam = null)
    {
        if (Judge(minutes) != AttendanceVerdict.NotMet)
            return [];
        return minutes.Attended == 0 ? [new NothingAttended()]
            : [new BelowMinimumShare(minutes.Attended, (int)Math.Ceiling(MinRatio * (minutes.Scheduled - minutes.Justified - minutes.Pending)))];
    }

    public override AttendanceRoom RoomFor(AttendedMinutes soFar, int coming) =>
        new(Math.Min(coming, soFar.Attended + coming - (int)Math.Ceiling(MinRatio * (soFar.Scheduled - soFar.Justified + coming))));

    private bool Reached(int attended, int outOf) => attended >= MinRatio * outOf;
}

/// <summary>Royal Decree of 15 May 2009: justified absence up to a share of the lesson hours, and no unjustified minute.</summary>
public sealed record CommunityGuard(int TotalLessonMinutes, decimal MaxJustifiedRatio) : AttendancePolicy
{
    public override AttendanceVerdict Judge(AttendedMinutes minutes, ExamResult? exam = null)
    {
        if (minutes.Unjustified > 0 || minutes.Attended == 0 || minutes.Justified > MaxJustifiedRatio * TotalLessonMinutes)
            return AttendanceVerdict.NotMet;
        return minutes.Pending > 0 ? AttendanceVerdict.Undecided : AttendanceVerdict.Met;
    }

    public override IEnumerable<Refusal> WhyNot(AttendedMinutes minutes, ExamResult? exam = null)
    {
        var allowed = (int)Math.Floor(MaxJustifiedRatio * TotalLessonMinutes);
        if (minutes.Attended == 0)
            yield return new NothingAttended();
        if (minutes.Unjustified > 0)
            yield return new UnjustifiedAbsence(minutes.Unjustified);
        if (minutes.Justified > MaxJustifiedRatio * TotalLessonMinutes)
            yield return new TooMuchJustified(minutes.Justified, allowed);
    }

    public override AttendanceRoom RoomFor(AttendedMinutes soFar, int coming) => new(
        -(soFar.Unjustified + soFar.Pending), (int)Math.Floor(MaxJustifiedRatio * TotalLessonMinutes) - soFar.Justified - soFar.Pending);
}

/// <summary>Paid educational leave: strictly more than the allowed share of unjustified absence loses the right.</summary>
public sealed record PelQuarter(decimal MaxUnjustifiedRatio) : AttendancePolicy
{
    public override AttendanceVerdict Judge(AttendedMinutes minutes, ExamResult? exam = null)
    {
        if (minutes.Attended == 0 || TooMuch(minutes.Unjustified, minutes.Scheduled))
            return AttendanceVerdict.NotMet;
        return TooMuch(minutes.Unjustified + minutes.Pending, minutes.Scheduled) ? AttendanceVerdict.Undecided : AttendanceVerdict.Met;
    }

    public override IEnumerable<Refusal> WhyNot(AttendedMinutes minutes, ExamResult? exam = null)
    {
        if (minutes.Attended == 0)
            yield return new NothingAttended();
        if (TooMuch(minutes.Unjustified, minutes.Scheduled))
            yield return new TooMuchUnjustified(minutes.Unjustified, (int)Math.Floor(MaxUnjustifiedRatio * minutes.Scheduled));
    }

    public override AttendanceRoom RoomFor(AttendedMinutes soFar, int coming) =>
        new(Math.Min(coming, (int)Math.Floor(MaxUnjustifiedRatio * (soFar.Scheduled + coming)) - soFar.Unjustified - soFar.Pending));

    private bool TooMuch(int unjustified, int outOf) => unjustified > MaxUnjustifiedRatio * outOf;
}
