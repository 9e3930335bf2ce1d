using System.Globalization;
using System.Text;
using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Layout;

namespace Training.Reports.Pdf.Writing;

/// <summary>Writes fragments of one line as glyph numbers with the distances between them.</summary>
internal sealed class TextOperators(StringBuilder content, DocumentFile document)
{
    private readonly StringBuilder pieces = new();
    private readonly StringBuilder numbers = new();
    private TextStyle? style;
    private double shift;
    private double rise;

    public void Write(IEnumerable<Fragment> fragments, double left, double bottom)
    {
        content.Append(CultureInfo.InvariantCulture, $"BT 1 0 0 1 {PdfValue.Number(left)} {PdfValue.Number(bottom)} Tm\n");
        style = null;
        shift = 0;
        foreach (var fragment in fragments)
        {
            Use(fragment.Span.Style);
            Write(fragment.Shaped, document.FontOf(fragment.Span.Style.Face));
        }

        Show();
        content.Append("ET\n");
    }

    private void Use(TextStyle next)
    {
        if (next == style)
            return;

        Show();
        style = next;
        content.Append(CultureInfo.InvariantCulture, $"{DocumentFile.NameOf(style.Face)} {PdfValue.Number(style.Size)} Tf {PdfValue.Fill(style.Color)}\n");
    }

    private void Write(ShapedText shaped, EmbeddedFont font)
    {
        if (font.Reads(shaped))
        {
            Write(shaped.Glyphs);
            return;
        }

        Show();
        content.Append(CultureInfo.InvariantCulture, $"/Span<</ActualText {PdfValue.Text(shaped.Text)}>>BDC\n");
        Write(shaped.Glyphs);
        Show();
        content.Append("EMC\n");
    }

    private void Write(IEnumerable<Glyph> glyphs)
    {
        foreach (var glyph in glyphs)
        {
            Raise(glyph.OffsetY);
            shift -= glyph.OffsetX;
            if (Math.Abs(shift) >= 0.5)
            {
                EndNumbers();
                pieces.Append(PdfValue.Number(shift));
                shift = 0;
            }

            numbers.Append(CultureInfo.InvariantCulture, $"{glyph.Id:X4}");
            shift += glyph.OffsetX + glyph.Width - glyph.Advance;
        }
    }

    private void Raise(double next)
    {
        if (next == rise)
            return;

        Show();
        rise = next;
        content.Append(CultureInfo.InvariantCulture, $"{PdfValue.Number(rise * style!.Size / 1000)} Ts\n");
    }

    private void EndNumbers()
    {
        if (numbers.Length == 0)
            return;

        pieces.Append('<').Append(numbers).Append('>');
        numbers.Clear();
    }

    private void Show()
    {
        EndNumbers();
        if (pieces.Length > 0)
            content.Append('[').Append(pieces).Append("]TJ\n");
        pieces.Clear();
    }
}
