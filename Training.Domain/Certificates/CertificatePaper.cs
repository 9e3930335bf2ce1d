using System.Security.Cryptography;
using Training.Domain.People;

namespace Training.Domain.Certificates;

public readonly record struct CertificatePaperId(Guid Value) : IId<CertificatePaperId>
{
    public static CertificatePaperId From(Guid value) => new(value);
}

public enum PaperKind
{
    /// <summary>Made when the certificate was issued.</summary>
    Original,

    /// <summary>The same again, in the same language, marked as a duplicate.</summary>
    Duplicate,

    /// <summary>The same in the other of the two languages, under the same number.</summary>
    Twin,
}

/// <summary>The bytes of a certificate that left the office, with their digest. Written once and never altered.</summary>
public sealed class CertificatePaper
{
    public const int DigestLength = 64;

    private CertificatePaper() => (Content, Sha256, RecordedBy) = ([], "", "");

    public CertificatePaper(CertificateId certificate, PaperKind kind, CorrespondenceLanguage language, byte[] content, string by, DateTimeOffset now)
    {
        (Id, CertificateId, Kind, Language) = (new CertificatePaperId(Guid.CreateVersion7()), certificate, kind, language);
        (Content, Sha256, RecordedBy, RecordedAt) = (content, Convert.ToHexStringLower(SHA256.HashData(content)), by, now);
    }

    public CertificatePaperId Id { get; private set; }

    public CertificateId CertificateId { get; private set; }

    public PaperKind Kind { get; private set; }

    public CorrespondenceLanguage Language { get; private set; }

    public byte[] Content { get; private set; }

    /// <summary>In hexadecimal, as <c>sha256sum</c> prints it.</summary>
    public string Sha256 { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>Puts a certificate on paper. The domain keeps the bytes; how they look is the report's.</summary>
public interface ICertificatePrinter
{
    /// <param name="issuedOn">The day of issue in the school's time zone.</param>
    /// <param name="madeOn">The day on which this paper is made.</param>
    byte[] Print(Certificate certificate, PaperKind kind, CorrespondenceLanguage language, DateOnly issuedOn, DateOnly madeOn);
}
