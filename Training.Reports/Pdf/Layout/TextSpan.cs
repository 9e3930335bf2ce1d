using Training.Reports.Pdf.Fonts;

namespace Training.Reports.Pdf.Layout;

/// <summary>Text in one style, that may lead somewhere.</summary>
internal sealed record TextSpan(string Text, TextStyle Style, LinkTarget? Link = null);

internal sealed record LinkTarget(Uri Uri, string Description);

/// <summary>A word, part of a word or a space, set in type.</summary>
internal sealed record Fragment(ShapedText Shaped, TextSpan Span)
{
    public double Width { get; } = Shaped.Advance * Span.Style.Size / 1000;

    public bool IsSpace => Shaped.Text == " ";
}
