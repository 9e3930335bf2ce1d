using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.TimeRelease;

namespace Training.Domain.Certificates;

public readonly record struct CertificateId(Guid Value) : IId<CertificateId>
{
    public static CertificateId From(Guid value) => new(value);
}

public enum CertificateKind
{
    /// <summary>The attendance rule of the course is met.</summary>
    Participation,

    /// <summary>The examination is passed.</summary>
    Success,

    /// <summary>Paid educational leave: the person is enrolled.</summary>
    RegularEnrolment,

    /// <summary>Paid educational leave: what was attended in one quarter.</summary>
    RegularAttendance,
}

public enum CertificateState
{
    Valid,

    /// <summary>Another certificate, under a number of its own, has taken its place.</summary>
    Replaced,

    Revoked,
}

/// <summary>What a certificate says, frozen on the day it is issued: a later change of name or course changes nothing.</summary>
/// <param name="LastName">Asked of whoever wants to see the whole name of a certificate that they hold in their hand.</param>
/// <param name="FirstDay">Of the session or, for regular attendance, of the session within the quarter.</param>
/// <param name="Venue">The room.</param>
public sealed record CertificateContent(
    string PersonName,
    string LastName,
    string Initials,
    string TitleFr,
    string TitleNl,
    string SessionCode,
    DateOnly FirstDay,
    DateOnly LastDay,
    string Venue,
    int AttendedMinutes,
    int ScheduledMinutes,
    int JustifiedMinutes,
    int UnjustifiedMinutes)
{
    public const int PlaceMaxLength = 500;

    /// <summary>Municipality, building and room; nothing where the building is not known, and on certificates of before.</summary>
    public string? PlaceFr { get; init; }

    public string? PlaceNl { get; init; }

    /// <summary>For paid educational leave.</summary>
    public PelCategory? LeaveCategory { get; init; }

    /// <inheritdoc cref="PaidEducationalLeave.RecognitionOf"/>
    public string? Recognition { get; init; }

    /// <summary>How many names a long name is shortened to.</summary>
    public const int MostInitials = 10;

    public string PlaceIn(CorrespondenceLanguage language) => (language == CorrespondenceLanguage.Nl ? PlaceNl : PlaceFr) ?? Venue;

    public string TitleIn(CorrespondenceLanguage language) => language == CorrespondenceLanguage.Nl ? TitleNl : TitleFr;
}

/// <summary>
/// A certificate under its number. Its content and number never change; all that can happen to it is that it is revoked, or that
/// another takes its place. What left the office on paper is kept as <see cref="CertificatePaper"/>.
/// </summary>
public sealed class Certificate
{
    public const int NumberMaxLength = 30;
    public const int CodeLength = 20;
    public const int PeriodMaxLength = 7;
    public const int ReasonMaxLength = 500;

    private Certificate() => (Number, Period, VerificationCode, Content, IssuedBy) = ("", "", "", null!, "");

    public Certificate(
        EnrolmentId enrolment, CertificateKind kind, string period, CertificateNumber number, string verificationCode, CorrespondenceLanguage language,
        CertificateContent content, string by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(verificationCode.Length, CodeLength);

        (Id, EnrolmentId, Kind, Period) = (new CertificateId(Guid.CreateVersion7()), enrolment, kind, period);
        (Number, Year, Sequence) = (number.ToString(), number.Year, number.Sequence);
        (VerificationCode, Language, Content, IssuedBy, IssuedAt) = (verificationCode, language, content, by, now);
    }

    public CertificateId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public CertificateKind Kind { get; private set; }

    /// <summary>The quarter, such as 2026-Q4, for regular attendance; empty for the other kinds.</summary>
    public string Period { get; private set; }

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

    public string? RevokedBy { get; private set; }

    public string? RevocationReason { get; private set; }

    public CertificateId? ReplacedById { get; private set; }

    public CertificateState State =>
        RevokedAt is null ? CertificateState.Valid : ReplacedById is null ? CertificateState.Revoked : CertificateState.Replaced;

    /// <summary>What regular attendance is certified of.</summary>
    public Quarter? Quarter => Kind == CertificateKind.RegularAttendance ? new Quarter(Content.FirstDay) : null;

    /// <summary>It no longer holds, and why. Once only.</summary>
    public Outcome<Done> Revoke(string reason, string by, DateTimeOffset now)
    {
        if (State != CertificateState.Valid)
            return new CertificateNotValid(Number, State);
        if (string.IsNullOrWhiteSpace(reason))
            return new ReasonMissing();

        (RevokedAt, RevokedBy, RevocationReason) = (now, by, reason.Trim());
        return new Done();
    }

    /// <summary>The other takes its place: this one stays known, as replaced.</summary>
    public Outcome<Done> ReplaceWith(Certificate other, string reason, string by, DateTimeOffset now)
    {
        var revoked = Revoke(reason, by, now);
        if (!revoked.IsRefused)
            ReplacedById = other.Id;
        return revoked;
    }
}
