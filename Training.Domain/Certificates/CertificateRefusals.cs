namespace Training.Domain.Certificates;

/// <summary>It was revoked or replaced before: it is neither printed nor revoked again.</summary>
public sealed record CertificateNotValid(string Number, CertificateState State) : Refusal;

/// <summary>Certificates for paid educational leave are not switched on (parameter <c>certificate.educationalLeave</c>).</summary>
public sealed record EducationalLeaveNotOffered : Refusal;

/// <summary>Somebody has not passed the exam, or it is not marked yet.</summary>
public sealed record SuccessNotReached(int People) : Refusal;

/// <summary>Whoever could have such a certificate has, or had, one or does not meet its conditions.</summary>
public sealed record NobodyDue : Refusal;

/// <summary>Half-days that the certificate would count are not sealed.</summary>
public sealed record HalfDaysUnsealed(int HalfDays) : Refusal;

/// <summary>Nobody has decided yet on what was missed.</summary>
public sealed record AbsenceUndecided(int PendingMinutes) : Refusal;

/// <summary>The session has not come to its end for this person.</summary>
public sealed record CourseNotCompleted : Refusal;

/// <summary>The course does not open paid educational leave.</summary>
public sealed record CourseNotRecognised : Refusal;

/// <summary>No day of the session lies in the quarter.</summary>
public sealed record NotTaughtInQuarter(string Quarter) : Refusal;

/// <summary>The quarter, or the session within it, goes on.</summary>
public sealed record QuarterNotOver(string Quarter, DateOnly LastDay) : Refusal;

/// <summary>A certificate cannot be issued anew: its conditions are not met today.</summary>
public sealed record ConditionsNotMet(Refusal Because) : Refusal;

/// <summary>Another certificate of the kind holds already.</summary>
public sealed record CertifiedAlready(string Number) : Refusal;

/// <summary>Nobody has stated how the course is recognised (parameter <c>pel.recognition</c>), which the certificate must bear.</summary>
public sealed record RecognitionNotStated : Refusal;
