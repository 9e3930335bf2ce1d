using Training.Domain.Enrolments;
using Training.Domain.People;

namespace Training.Domain.Certificates;

public readonly record struct CertificateId(Guid Value) : IId<CertificateId>
{
    public static CertificateId From(Guid value) => new(value);
}

/// <summary>What a certificate says, frozen on the day it is issued: a later change of name or course changes nothing.</summary>
public sealed record CertificateContent(
    string PersonName,
    string Initials,
    string CourseTitle,
    string SessionCode,
    DateOnly FirstDay,
    DateOnly LastDay,
    string Venue,
    int AttendedMinutes,
    int ScheduledMinutes);

/// <summary>A certificate of attendance.</summary>
public sealed class Certificate
{
    public const int NumberMaxLength = 30;
    public const int CodeLength = 20;

    private Certificate() => (Number, VerificationCode, Content, IssuedBy) = ("", "", null!, "");

    public Certificate(
        EnrolmentId enrolment, CertificateNumber number, string verificationCode, CorrespondenceLanguage language, CertificateContent content, string by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(verificationCode.Length, CodeLength);

        (Id, EnrolmentId) = (new CertificateId(Guid.CreateVersion7()), enrolment);
        (Number, Year, Sequence) = (number.ToString(), number.Year, number.Sequence);
        (VerificationCode, Language, Content, IssuedBy, IssuedAt) = (verificationCode, language, content, by, now);
    }

    public CertificateId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public string Number { get; private set; }

    public int Year { get; private set; }

    /// <summary>Counts from 1 in each year, without a gap.</summary>
    public int Sequence { get; private set; }

    /// <summary>At least 80 random bits, so that no certificate is found by guessing.</summary>
    public string VerificationCode { get; private set; }

    public CorrespondenceLanguage Language { get; private set; }

    public CertificateContent Content { get; private set; }

    public string IssuedBy { get; private set; }

    public DateTimeOffset IssuedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevocationReason { get; private set; }
}
