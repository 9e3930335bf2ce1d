using Training.Domain.Certificates;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Training.Reports.Pdf;
using Training.Reports.Words;

namespace Training.Reports.Certificates;

/// <summary>One sheet: which certificate, as original, duplicate or twin, in which language.</summary>
/// <param name="IssuedOn">The day of issue in the school's time zone.</param>
/// <param name="MadeOn">The day on which a duplicate or twin is made.</param>
public sealed record CertificateSheet(Certificate Certificate, PaperKind Kind, CorrespondenceLanguage Language, DateOnly IssuedOn, DateOnly MadeOn)
{
    public Wording Words => Wording.In(Language == CorrespondenceLanguage.Nl ? "nl" : "fr");
}

/// <summary>Certificates on paper, in the words of the school's two languages. The same sheet gives the same bytes.</summary>
public static class CertificatePdf
{
    private static readonly TextStyle Name = TextStyle.Body with { Face = Face.Bold, Size = 26 };
    private static readonly TextStyle Course = TextStyle.Body with { Face = Face.SemiBold, Size = 17 };
    private static readonly TextStyle Sentence = TextStyle.Body with { Size = 13 };

    public static byte[] Write(CertificateSheet sheet, Letterhead letterhead) =>
        PdfDocument.Create(
            $"{TitleOf(sheet)} {sheet.Certificate.Number}", sheet.Words.Culture.Name, sheet.Certificate.IssuedAt,
            document => Compose(document, sheet, letterhead));

    /// <summary>Many in one document to print, each numbered by itself and with the words of its original. They are in one language, which is the document's.</summary>
    public static byte[] WriteTogether(IReadOnlyList<CertificateSheet> sheets, string title, Letterhead letterhead) =>
        PdfDocument.Create(title, sheets[0].Words.Culture.Name, sheets.Max(sheet => sheet.Certificate.IssuedAt), document =>
        {
            foreach (var sheet in sheets)
                Compose(document, sheet, letterhead);
        });

    private static string TitleOf(CertificateSheet sheet) => sheet.Words[$"Certificate_Title_{sheet.Certificate.Kind}"];

    private static void Compose(PdfDocument document, CertificateSheet sheet, Letterhead letterhead) =>
        document.Page(PageSize.A4Landscape, page =>
        {
            page.Margin = 48;
            page.IsPaperOfItsOwn = true;
            page.Header(header =>
            {
                header.Text(letterhead.School, style: TextStyle.Strong);
                if (sheet.Kind != PaperKind.Original)
                    header.Text(sheet.Words[$"Certificate_{sheet.Kind}", sheet.Words.Date(sheet.MadeOn)], Align.Right, TextStyle.Strong);
            });
            page.Content(body => ComposeBody(body, sheet, letterhead));
            page.Footer(footer =>
            {
                footer.Text($"{TitleOf(sheet)} {sheet.Certificate.Number}");
                footer.PageNumber((number, of) => sheet.Words["Page_Number", number, of]);
            });
        });

    private static void ComposeBody(PdfContent body, CertificateSheet sheet, Letterhead letterhead)
    {
        var (words, content) = (sheet.Words, sheet.Certificate.Content);
        var kind = sheet.Certificate.Kind;
        body.Space(10);
        body.Heading(TitleOf(sheet), align: Align.Center);
        body.Space(8);
        body.Text(words["Certificate_Certifies", letterhead.Certifier], Sentence, Align.Center);
        body.Text(content.PersonName, Fitting(Name, content.PersonName), Align.Center);
        body.Text(words[$"Certificate_Did_{kind}", Hours(content.AttendedMinutes), Hours(content.ScheduledMinutes)], Sentence, Align.Center);
        body.Text(words["Certificate_Quoted", content.TitleIn(sheet.Language)], Fitting(Course, content.TitleIn(sheet.Language)), Align.Center);
        body.Text(
            content.FirstDay == content.LastDay
                ? words["Certificate_OnDay", words.Date(content.FirstDay), content.PlaceIn(sheet.Language)]
                : words["Certificate_OnDays", words.Date(content.FirstDay), words.Date(content.LastDay), content.PlaceIn(sheet.Language)],
            Sentence, Align.Center);
        if (kind == CertificateKind.RegularAttendance)
            body.Text(words["Certificate_Absences", Hours(content.JustifiedMinutes), Hours(content.UnjustifiedMinutes)], align: Align.Center);
        if (content is { LeaveCategory: { } category, Recognition: { } recognition })
            body.Text(words["Certificate_Leave", words.Of(category), recognition == PaidEducationalLeave.Automatic ? words["Certificate_RecognisedAutomatically"] : recognition], align: Align.Center);
        body.Together(end =>
        {
            end.Text(words["Certificate_Delivered"], align: Align.Center);
            end.Space(12);
            end.Columns(columns =>
            {
                columns.Column(Width.Share(2), left => ComposeSignature(left, sheet, letterhead));
                columns.Column(Width.Share(1), right => ComposeVerification(right, sheet, letterhead));
            });
        });
    }

    // A very long name or title is set smaller, so that the signature stays on its page.
    private static TextStyle Fitting(TextStyle style, string text) => style with { Size = text.Length > 120 ? 11.5 : text.Length > 60 ? Math.Min(style.Size, 16) : style.Size };

    private static void ComposeSignature(PdfContent content, CertificateSheet sheet, Letterhead letterhead)
    {
        content.Text(sheet.Words["Certificate_DrawnUp", letterhead.Address, sheet.Words.Date(sheet.IssuedOn)]);
        content.Text(sheet.Words["Certificate_Session", sheet.Certificate.Content.SessionCode], TextStyle.Quiet);
        content.Rule(roomAbove: 44);
        content.Text(sheet.Words["Certificate_Signature"], TextStyle.Quiet);
    }

    private static void ComposeVerification(PdfContent content, CertificateSheet sheet, Letterhead letterhead)
    {
        var (words, certificate) = (sheet.Words, sheet.Certificate);
        var address = new Uri(letterhead.VerifyAddress, certificate.VerificationCode);
        content.QrCode(address.AbsoluteUri, words["Certificate_QrCode", address.AbsoluteUri], align: Align.Right);
        content.Text(words["Certificate_Number", certificate.Number], TextStyle.Strong, Align.Right);
        content.Text(
            paragraph => paragraph.Plain(words["Certificate_Verify"] + " ").Link(Grouped(certificate.VerificationCode), address, words["Certificate_Check"]),
            TextStyle.Quiet, Align.Right);
        content.Text(letterhead.VerifyAddress.AbsoluteUri, TextStyle.Quiet, Align.Right);
    }

    private static string Hours(int minutes) => Wording.Minutes(minutes);

    // In fours, as people read a code aloud.
    private static string Grouped(string code) => string.Join(' ', code.Chunk(4).Select(four => new string(four)));
}
