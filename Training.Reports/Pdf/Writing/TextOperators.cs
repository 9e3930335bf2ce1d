using System.Globalization;
using System.Text;
using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Layout;

namespace Training.Reports.Pdf.Writing;

/// <summary>Writes fragments of one line as glyph numbers with the distances between them.</summary>
internal sealed class TextOperators(StringBuilder content, DocumentFile document)
{
    // Sums of the same widths in another order differ by less.
    private const double Tolerance = 0.001;

    private readonly StringBuilder pieces = new();
    private readonly StringBuilder numbers = new();
    private TextStyle? style;
    private Typeface? typeface;
    private double shift;
    private double rise;

    public void Write(IReadOnlyList<Fragment> fragments, double left, double bottom)
    {
        content.Append("BT ");
        MoveTo(left, bottom);
        (style, typeface) = (null, null);
        var pen = 0.0;
        foreach (var (fragment, place) in VisualOrder.Place(fragments))
        {
            if (Math.Abs(place - pen) > Tolerance)
            {
                Show();
                MoveTo(left + place, bottom);
            }

            Use(fragment.Span.Style, fragment.Shaped.Typeface);
            Write(fragment.Shaped, document.FontOf(fragment.Shaped.Typeface));
            pen = place + fragment.Width;
        }

        Show();
        content.Append("ET\n");
    }

    private void MoveTo(double left, double bottom)
    {
        content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {PdfValue.Number(left)} {PdfValue.Number(bottom)} Tm\n");
        shift = 0;
    }

    private void Use(TextStyle next, Typeface nextTypeface)
    {
        if (next == style && nextTypeface == typeface)
            return;

        Show();
        (style, typeface) = (next, nextTypeface);
        content.Append(CultureInfo.InvariantCulture, $"{DocumentFile.NameOf(typeface.Number)} {PdfValue.Number(style.Size)} Tf {PdfValue.Fill(style.Color)}\n");
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
