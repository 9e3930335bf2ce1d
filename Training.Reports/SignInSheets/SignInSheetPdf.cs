using System.Globalization;
using Training.Domain.Attendance.Sheets;
using Training.Reports.Pdf;
using Training.Reports.Words;

namespace Training.Reports.SignInSheets;

/// <summary>Whose sheets they are, and where a page is found by its code.</summary>
/// <param name="NameIn">The school's name in a language.</param>
/// <param name="AddressIn">Where a page is found, in a language; its code is put behind it.</param>
public sealed record SheetOffice(Func<string, string> NameIn, Func<string, Uri> AddressIn);

/// <summary>
/// Sign-in sheets on paper: every page bears its own code, everybody who is expected, and room to sign. On the last page of a sheet
/// there is room for whoever is not on the list, and for the trainers.
/// </summary>
public static class SignInSheetPdf
{
    /// <summary>People on one page, so that each page is a whole with its own code.</summary>
    public const int PeopleOnPage = 13;

    private const int BlankLines = 2;
    private const double RowHeight = 29;

    /// <param name="sheets">At least one. The document speaks the language of the first.</param>
    public static byte[] Write(IReadOnlyList<SignInSheet> sheets, SheetOffice office, DateTimeOffset created)
    {
        var language = Wording.In(sheets[0].Languages[0]);
        var last = sheets[^1];
        var title = sheets.Count == 1
            ? $"{language["Sheet_Title"]} {last.SessionCode}, {language.Date(last.Date)}, {Part(language, last)}"
            : $"{language["Sheet_Titles"]}, {language.Date(sheets[0].Date)} – {language.Date(last.Date)}";
        return PdfDocument.Create(title, language.Culture.Name, created, document =>
        {
            foreach (var sheet in sheets)
                Compose(document, sheet, office);
        });
    }

    /// <summary>How many pages the sheet of so many people has.</summary>
    public static int PagesFor(int people) => Math.Max(1, (people + PeopleOnPage - 1) / PeopleOnPage);

    private static void Compose(PdfDocument document, SignInSheet sheet, SheetOffice office)
    {
        var words = sheet.Languages.Select(Wording.In).ToList();
        var pages = PagesFor(sheet.People.Count);
        for (var number = 1; number <= pages; number++)
        {
            var page = new SheetPage(sheet.Code, number);
            document.Page(PageSize.A4, paper =>
            {
                paper.Margin = 36;
                paper.Header(header =>
                {
                    header.Text(string.Join(" – ", words.Select(one => office.NameIn(one.Language))), style: TextStyle.Quiet);
                    header.Text($"{page}", Align.Right, TextStyle.Quiet);
                });
                paper.Content(content => ComposeBody(content, sheet, words, page, pages, office));
                paper.Footer(footer =>
                {
                    footer.Text($"{Both(words, "Sheet_Title")} {sheet.SessionCode}");
                    footer.Text(Both(words, one => one["Sheet_PageOf", page.Number, pages]), Align.Right);
                });
            });
        }
    }

    private static void ComposeBody(PdfContent content, SignInSheet sheet, List<Wording> words, SheetPage page, int pages, SheetOffice office)
    {
        content.Columns(columns =>
        {
            columns.Column(Width.Share(1), left => ComposeTitle(left, sheet, words));
            columns.Column(Width.Points(130), right =>
            {
                var address = new Uri(office.AddressIn(words[0].Language), page.ToString());
                right.QrCode(address.AbsoluteUri, words[0]["Sheet_QrCode", page], size: 78, align: Align.Right);
                right.Text(page.ToString(), TextStyle.Strong, Align.Right);
            });
        });
        content.Space(4);
        content.Table(table => FillPeople(table, sheet, words, page.Number, isLast: page.Number == pages));
        if (page.Number == pages)
            content.Table(table => FillTrainers(table, sheet, words));
        foreach (var one in words)
            content.Text(one["Sheet_Honour"], TextStyle.Quiet with { Size = 8 }, language: one.Culture.Name);
    }

    private static void ComposeTitle(PdfContent content, SignInSheet sheet, List<Wording> words)
    {
        content.Heading(Both(words, "Sheet_Title"));
        foreach (var one in words)
            content.Text($"{one.Of(sheet.Course)} ({sheet.SessionCode})", TextStyle.Strong, language: one.Culture.Name);
        foreach (var one in words)
        {
            content.Text(
                $"{sheet.Date.ToString("dddd d MMMM yyyy", one.Culture)}, {Part(one, sheet)}, {string.Join(", ", sheet.Hours.Select(hours => $"{Time(hours.Start)}–{Time(hours.End)}"))}",
                language: one.Culture.Name);
        }

        content.Text($"{Both(words, "Sheet_Venue")}: {sheet.Venue}");
    }

    private static void FillPeople(PdfTable table, SignInSheet sheet, List<Wording> words, int page, bool isLast)
    {
        table.MinimumRowHeight = RowHeight;
        table.TextSize = 9;
        table.Column(Both(words, "Sheet_Number"), Width.Points(24), Align.Right);
        table.Column(Both(words, "Sheet_Name"), Width.Share(4), isRowHeader: true);
        table.Column(Both(words, "Sheet_Organisation"), Width.Points(78));
        table.Column(Both(words, "Sheet_Arrived"), Width.Points(56));
        table.Column(Both(words, "Sheet_Left"), Width.Points(56));
        table.Column(Both(words, "Sheet_Signature"), Width.Share(4));
        foreach (var (index, person) in sheet.People.Index().Skip((page - 1) * PeopleOnPage).Take(PeopleOnPage))
            table.Row((index + 1).ToString(CultureInfo.InvariantCulture), person.Name, person.Organisation, "", "", "");
        if (!isLast)
            return;

        table.Group(Both(words, "Sheet_NotListed"));
        for (var line = 0; line < BlankLines; line++)
            table.Row("", "", "", "", "", "");
    }

    private static void FillTrainers(PdfTable table, SignInSheet sheet, List<Wording> words)
    {
        table.MinimumRowHeight = RowHeight;
        table.TextSize = 9;
        table.Column(Both(words, sheet.Trainers.Count > 1 ? "Sheet_Trainers" : "Sheet_Trainer"), Width.Share(1), isRowHeader: true);
        table.Column(Both(words, "Sheet_Signature"), Width.Share(1));
        foreach (var trainer in sheet.Trainers.DefaultIfEmpty(""))
            table.Row(trainer, "");
    }

    private static string Both(List<Wording> words, string key) => Both(words, one => one[key]);

    private static string Both(List<Wording> words, Func<Wording, string> say) => string.Join(" / ", words.Select(say).Distinct());

    private static string Part(Wording words, SignInSheet sheet) => words[$"Report_Part_{sheet.Part}"];

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
