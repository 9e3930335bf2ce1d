namespace Training.Domain.Parameters;

/// <summary>The keys that code asks for. Their values are rows, never constants.</summary>
public static class ParameterKeys
{
    /// <summary>Minutes of time release a full-time post gets per year under the employer's GECO scheme.</summary>
    public const string GecoMinutesPerFte = "geco.minutesPerFte";

    /// <summary>Whether unjustified absence uses up the minutes set aside.</summary>
    public const string GecoUnjustifiedConsumes = "geco.unjustifiedConsumes";

    /// <summary>Arrivals inside so many minutes after the start count as on time.</summary>
    public const string GraceMinutes = "gsob.attendance.graceMinutes";

    public const string CertificateMinRatio = "gsob.certificate.minRatio";

    public const string CancelWorkingDays = "gsob.cancel.workingDays";

    public const string JustifyDays = "gsob.justify.days";

    public const string JustifyRollToWorkingDay = "gsob.justify.rollToWorkingDay";

    public const string GuardMaxJustifiedRatio = "guard.maxJustifiedRatio";

    public const string GuardTotalLessonHours = "guard.totalLessonHours";

    public const string PelUnjustifiedMaxRatio = "pel.unjustifiedMaxRatio";
}
