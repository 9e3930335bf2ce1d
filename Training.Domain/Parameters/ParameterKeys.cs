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

    /// <summary>Working days for which a request that awaits approval holds its seat or rank.</summary>
    public const string ApprovalHoldWorkingDays = "gsob.approval.holdWorkingDays";

    /// <summary>Working days after a request on which the employer is reminded of it.</summary>
    public const string ApprovalReminderWorkingDays = "gsob.approval.reminderWorkingDays";

    /// <summary>Days before the session up to which the waiting list is invited without anybody's doing.</summary>
    public const string InviteDays = "gsob.waitlist.inviteDays";

    /// <summary>Working days in which an offered seat is to be taken.</summary>
    public const string OfferWorkingDays = "gsob.waitlist.offerWorkingDays";

    /// <summary>Whether certificates for paid educational leave are issued at all.</summary>
    public const string EducationalLeaveCertificates = "certificate.educationalLeave";

    public const string CancelWorkingDays = "gsob.cancel.workingDays";

    /// <summary>So many working days before the first day a session must have its minimum.</summary>
    public const string GoNoGoWorkingDays = "gsob.goNoGo.workingDays";

    /// <summary>More than this share of the seats taken for one employer is told as a warning.</summary>
    public const string EmployerMaxShare = "gsob.mix.employerMaxShare";

    public const string JustifyDays = "gsob.justify.days";

    public const string JustifyRollToWorkingDay = "gsob.justify.rollToWorkingDay";

    public const string GuardMaxJustifiedRatio = "guard.maxJustifiedRatio";

    public const string GuardTotalLessonHours = "guard.totalLessonHours";

    public const string PelUnjustifiedMaxRatio = "pel.unjustifiedMaxRatio";
}
