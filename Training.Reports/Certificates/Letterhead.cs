using Training.Domain.Certificates;
using Training.Domain.People;

namespace Training.Reports.Certificates;

/// <summary>Whose paper it is. Nothing of one school is written in code.</summary>
/// <param name="Certifier">The school with its article, as it begins the sentence that certifies.</param>
/// <param name="Address">The place where papers are drawn up.</param>
/// <param name="VerifyAddress">Where anybody can check a certificate; its code is put behind it.</param>
public sealed record Letterhead(string School, string Certifier, string Address, Uri VerifyAddress);

/// <summary>Puts certificates on the paper of a school.</summary>
public sealed class CertificatePrinter(Func<CorrespondenceLanguage, Letterhead> letterheadIn) : ICertificatePrinter
{
    public byte[] Print(Certificate certificate, PaperKind kind, CorrespondenceLanguage language, DateOnly issuedOn, DateOnly madeOn) =>
        CertificatePdf.Write(new CertificateSheet(certificate, kind, language, issuedOn, madeOn), letterheadIn(language));
}
