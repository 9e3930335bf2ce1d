using Training.Domain.Certificates;
using Training.Domain.People;
using Training.Reports.Pdf;
using Training.Reports.Words;

namespace Training.Reports.Certificates;

/// <summary>A certificate of attendance on paper, in the language of whoever earned it. The same certificate gives the same bytes.</summary>
public static class CertificatePdf
{
    private static readonly TextStyle Name = TextStyle.Body with { Face = Face.Bold, Size = 26 };
    private static readonly TextStyle Course = TextStyle.Body with { Face = Face.SemiBold, Size = 17 };
    private static readonly TextStyle Sentence = TextStyle.Body with { Size = 13 };

    /// <param name="issuedOn">The day of issue in the school's time zone.</param>
    public static byte[] Write(Certificate certificate, DateOnly issuedOn, Letterhead letterhead)
    {
        var words = Wording.In(certificate.Language == CorrespondenceLanguage.Nl ? "nl" : "fr");
        var content = certificate.Content;
        var address = new Uri(letterhead.VerifyAddress, certificate.VerificationCode);

        return PdfDocument.Create($"{words["Certificate_Title"]} {certificate.Number}", words.Culture.Name, certificate.IssuedAt, document =>
            document.Page(PageSize.A4Landscape, page =>
            {
                page.Margin = 60;
                page.Header(header => header.Text(letterhead.School, style: TextStyle.Strong));
                page.Content(body =>
                {
                    body.Space(16);
                    body.Heading(words["Certificate_Title"], align: Align.Center);
                    body.Space(10);
                    body.Text(words["Certificate_Certifies"], Sentence, Align.Center);
                    body.Text(content.PersonName, Name, Align.Center);
                    body.Text(words["Certificate_Followed"], Sentence, Align.Center);
                    body.Text(content.CourseTitle, Course, Align.Center);
                    body.Space(8);
                    body.Text(
                        words["Certificate_Hours", Wording.Minutes(content.AttendedMinutes), Wording.Minutes(content.ScheduledMinutes), words.Date(content.FirstDay), words.Date(content.LastDay)],
                        Sentence, Align.Center);
                    body.Text(words["Certificate_Place", content.Venue, content.SessionCode], align: Align.Center);
                    body.Space(18);
                    body.Columns(columns =>
                    {
                        columns.Column(Width.Share(2), left =>
                        {
                            left.Text(words["Certificate_IssuedOn", words.Date(issuedOn)]);
                            left.Text(words["Certificate_Number", certificate.Number]);
                            left.Text(letterhead.Address);
                            left.Rule(roomAbove: 44);
                            left.Text(words["Certificate_Signature"], TextStyle.Quiet);
                        });
                        columns.Column(Width.Share(1), right =>
                        {
                            right.QrCode(address.AbsoluteUri, words["Certificate_QrCode", address.AbsoluteUri], align: Align.Right);
                            right.Text(paragraph => paragraph.Link(Grouped(certificate.VerificationCode), address, words["Certificate_Check"]), align: Align.Right);
                            right.Text(words["Certificate_Check"], TextStyle.Quiet, Align.Right);
                        });
                    });
                });
                page.Footer(footer => footer.PageNumber((number, of) => words["Page_Number", number, of]));
            }));
    }

    // In fours, as people read a code aloud.
    private static string Grouped(string code) => string.Join(' ', code.Chunk(4).Select(four => new string(four)));
}
