using Training.Reports.Pdf.Layout;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf;

/// <summary>
/// A tagged PDF: its text can be searched, copied and read aloud. The same content and date give the same bytes.
/// </summary>
public sealed class PdfDocument
{
    private readonly List<PdfPage> pages = [];

    private PdfDocument()
    {
    }

    /// <param name="language">As in HTML, such as fr-BE.</param>
    public static byte[] Create(string title, string language, DateTimeOffset created, Action<PdfDocument> compose)
    {
        var document = new PdfDocument();
        compose(document);
        var file = new DocumentFile(title, language, created);
        PageWriter.Write(document.pages, file);

        return file.Write();
    }

    /// <summary>Starts on a new page, and takes as many as its content needs.</summary>
    public void Page(PageSize size, Action<PdfPage> compose)
    {
        var page = new PdfPage(size);
        compose(page);
        pages.Add(page);
    }
}
