using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Layout;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf;

/// <summary>
/// A tagged PDF: its text can be searched, copied and read aloud. The same content and date give the same bytes.
/// </summary>
public sealed class PdfDocument
{
    private readonly List<PdfPage> pages = [];

    /// <summary>Told of each document in which letters could not be drawn, because no typeface has their script.</summary>
    public static event Action<ScriptWithoutTypeface>? Warned;

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
        foreach (var script in file.Shaper.MissingScripts)
            Warned?.Invoke(new ScriptWithoutTypeface(title, script));

        return file.Write();
    }

    /// <summary>The scripts of letters in a text that would be drawn as boxes, by their names in ISO 15924, such as Hani.</summary>
    public static IReadOnlyCollection<string> ScriptsWithoutTypeface(string text)
    {
        var shaper = new Shaper("fr-BE");
        shaper.Shape(Face.Bold, text);
        return shaper.MissingScripts;
    }

    /// <summary>Starts on a new page, and takes as many as its content needs.</summary>
    public void Page(PageSize size, Action<PdfPage> compose)
    {
        var page = new PdfPage(size);
        compose(page);
        pages.Add(page);
    }
}

/// <summary>A document shows boxes in place of letters of this script.</summary>
/// <param name="Script">Its name in ISO 15924, such as Hani for Chinese.</param>
public sealed record ScriptWithoutTypeface(string Document, string Script);
