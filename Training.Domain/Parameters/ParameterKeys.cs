namespace Training.Domain.Parameters;

/// <summary>The keys that code asks for. Their values are rows, never constants.</summary>
public static class ParameterKeys
{
    /// <summary>Minutes of time release a full-time post gets per year under the employer's GECO scheme.</summary>
    public const string GecoMinutesPerFte = "geco.minutesPerFte";

    /// <summary>For how many days after today an invitation to an account can be accepted.</summary>
    public const string InvitationDays = "access.invitationDays";

    /// <summary><c>day-weighted</c>, or <c>month-weighted</c> where each started month counts as a full one.</summary>
    public const string GecoProRata = "geco.proRata";

    /// <summary><c>calendar</c> or <c>school</c>.</summary>
    public const string GecoYearType = "geco.yearType";

    /// <summary>Minutes that a post with a low required level gets on top, per full-time equivalent and year.</summary>
    public const string GecoLowLevelBonus = "geco.lowQualificationBonusMinutes";

    /// <summary>The highest required level that counts as low.</summary>
    public const string GecoLowLevel = "geco.lowQualificationMaxLevel";

    /// <summary>Of what was granted, the share that may move to the next year at most.</summary>
    public const string GecoCarryOverFraction = "geco.carryOverFraction";

    /// <summary>The last day of the next year on which what was carried over can be used.</summary>
    public const string GecoCarryOverExpiry = "geco.carryOverExpiry";

    /// <summary>After so many months a vacant post is warned about; a list.</summary>
    public const string GecoVacancyWarningMonths = "geco.vacancyWarningMonths";

    /// <summary>After so many months a vacant GECO post is lost.</summary>
    public const string GecoVacancyMonths = "geco.vacancyMonths";

    /// <summary>The working day of a month on which the statement of the month before is announced.</summary>
    public const string GecoStatementWorkingDay = "geco.statementWorkingDay";

    /// <summary>So many days before a funder's day the managers are warned; a list.</summary>
    public const string DeadlineWarningDays = "funding.deadlineWarningDays";

    public const string CohesionDeadline = "funding.deadline.cohesion";

    public const string ImpulsionDeadline = "funding.deadline.impulsion";

    public const string VgcDeadline = "funding.deadline.vgc";

    /// <summary>The day by which workers hand in their certificates of educational leave.</summary>
    public const string PelHandInDate = "pel.worker.handInDate";

    /// <summary>The days of the year between which employers claim educational leave back, <c>09-01/12-31</c>.</summary>
    public const string PelClaimWindow = "pel.claim.window";

    /// <summary>A file nobody has used for so many years, and that nothing keeps, loses its name.</summary>
    public const string RetentionInactiveYears = "retention.inactiveYears";

    /// <summary>So many days ahead a key without a value is warned about.</summary>
    public const string GapWarningDays = "parameters.gapWarningDays";

    public const string IorDaysFull = "ior.days.ge20";

    public const string IorDaysReduced = "ior.days.10to19";

    public const string IorDaysSmall = "ior.days.lt10";

    public const string IorHeadcountFull = "ior.headcount.full";

    public const string IorHeadcountReduced = "ior.headcount.reduced";

    public const string IorDayMinutes = "ior.dayMinutes";

    public const string IorCarryOver = "ior.carryOver";

    /// <summary>Whether paid educational leave is worked out at all.</summary>
    public const string PelEnabled = "pel.enabled";

    public const string PelCapVocational = "pel.cap.vocational.hours";

    public const string PelCapVocationalMaxCess = "pel.cap.vocational.maxCess.hours";

    public const string PelCapLanguage = "pel.cap.language.hours";

    public const string PelCapLanguageRaised = "pel.cap.language.raised.hours";

    public const string PelCapGeneral = "pel.cap.general.hours";

    public const string PelMinFraction = "pel.minFraction";

    /// <summary>Which cap holds for a course: a name of <see cref="TimeRelease.PelCategory"/>.</summary>
    public const string PelCategory = "pel.category";

    /// <summary>How a course is recognised (<see cref="TimeRelease.PaidEducationalLeave.RecognitionOf"/>).</summary>
    public const string PelRecognition = "pel.recognition";

    public const string PelMinContactHours = "pel.minContactHours";

    public const string PelLessonPeriodMinutes = "pel.lessonPeriodMinutes";

    public const string PelRefundPerHour = "pel.refund.perHour";

    /// <summary>Whether unjustified absence uses up the minutes set aside.</summary>
    public const string GecoUnjustifiedConsumes = "geco.unjustifiedConsumes";

    /// <summary>Evidence for accounts is kept so many years after the end of the year.</summary>
    public const string RetentionAccountingYears = "retention.accountingYears";

    public const string RetentionCertificateYears = "retention.certificateYears";

    public const string RetentionWaitingListYears = "retention.waitingListYears";

    public const string RetentionChangeRecordYears = "retention.changeRecordYears";

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

    public const string PelEnrolmentDays = "pel.cert.enrolmentDays";
    public const string PelLateEnrolmentDays = "pel.cert.lateEnrolmentDays";
    public const string PelAttendanceDays = "pel.cert.assiduityDays";

    /// <summary>Whether certificates for paid educational leave are issued at all.</summary>
    public const string EducationalLeaveCertificates = "certificate.educationalLeave";

    public const string CancelWorkingDays = "gsob.cancel.workingDays";

    /// <summary>So many working days before the first day a session must have its minimum.</summary>
    public const string GoNoGoWorkingDays = "gsob.goNoGo.workingDays";

    /// <summary>More than this share of the seats taken for one employer is told as a warning.</summary>
    public const string EmployerMaxShare = "gsob.mix.employerMaxShare";

    public const string JustifyDays = "gsob.justify.days";

    public const string JustifyRollToWorkingDay = "gsob.justify.rollToWorkingDay";

    /// <summary>So many working days after a half-day a participant may contest what it says of them.</summary>
    public const string ContestWorkingDays = "gsob.contest.workingDays";

    /// <summary>A register that is not closed so many working days after its half-day is chased.</summary>
    public const string ChaseWorkingDays = "gsob.register.chaseWorkingDays";

    /// <summary>For so many working days ahead sign-in sheets stand ready to be printed.</summary>
    public const string SheetWorkingDays = "gsob.sheets.workingDays";

    /// <summary>For so many days the link to a bundle of evidence can be opened.</summary>
    public const string EvidenceLinkDays = "gsob.evidence.linkDays";

    public const string GuardMaxJustifiedRatio = "guard.maxJustifiedRatio";

    public const string GuardTotalLessonHours = "guard.totalLessonHours";

    /// <summary>Whether the exam is to be passed.</summary>
    public const string GuardExamRequired = "guard.exam.required";

    /// <summary>The share of the marks to earn in every subject.</summary>
    public const string GuardPassPerSubject = "guard.pass.perSubject";

    /// <summary>The share of all marks to earn.</summary>
    public const string GuardPassOverall = "guard.pass.overall";

    public const string PelUnjustifiedMaxRatio = "pel.unjustifiedMaxRatio";
}
