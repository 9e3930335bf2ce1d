using Training.Reports.Pdf.Layout;

namespace Training.Reports.Pdf;

/// <summary>A paragraph of which parts look different or lead somewhere.</summary>
public sealed class PdfParagraph
{
    private readonly TextStyle style;
    private readonly List<TextSpan> spans = [];

    internal PdfParagraph(TextStyle style) => this.style = style;

    internal IReadOnlyList<TextSpan> Spans => spans;

    public PdfParagraph Plain(string text) => Add(text, style);

    public PdfParagraph Strong(string text) => Add(text, style with { Face = Face.SemiBold });

    public PdfParagraph Italic(string text) => Add(text, style with { Face = Face.Italic });

    /// <param name="description">What it leads to, where the text alone does not say so.</param>
    public PdfParagraph Link(string text, Uri uri, string? description = null)
    {
        spans.Add(new TextSpan(text, style with { Color = Color.Link }, new LinkTarget(uri, description ?? text)));
        return this;
    }

    private PdfParagraph Add(string text, TextStyle textStyle)
    {
        spans.Add(new TextSpan(text, textStyle));
        return this;
    }
}
