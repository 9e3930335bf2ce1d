namespace Training.Domain.Certificates;

/// <summary>It was revoked or replaced before: it is neither printed nor revoked again.</summary>
public sealed record CertificateNotValid(string Number, CertificateState State) : Refusal;

/// <summary>Certificates for paid educational leave are not switched on (parameter <c>certificate.educationalLeave</c>).</summary>
public sealed record EducationalLeaveNotOffered : Refusal;

/// <summary>Somebody has not passed the exam, or it is not marked yet.</summary>
public sealed record SuccessNotReached(int People) : Refusal;
