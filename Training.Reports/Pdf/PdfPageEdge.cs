using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Layout;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf;

/// <summary>What is repeated at the head or foot of every page. It is no part of what is read aloud.</summary>
public sealed class PdfPageEdge
{
    private readonly List<(Align Align, Func<int, int, string> Text, TextStyle Style)> entries = [];

    internal PdfPageEdge()
    {
    }

    /// <summary>Texts on the same side stand below each other, those on other sides beside them.</summary>
    public void Text(string text, Align align = Align.Left, TextStyle? style = null) =>
        entries.Add((align, (_, _) => text, style ?? TextStyle.Quiet));

    /// <param name="text">From the number of the page and how many pages the document has.</param>
    public void PageNumber(Func<int, int, string> text, Align align = Align.Right) => entries.Add((align, text, TextStyle.Quiet));

    internal double HeightIn(Shaper shaper, double width) =>
        Enum.GetValues<Align>().Max(align => LinesOn(align, shaper, width, 1, 1).Sum(line => line.Height));

    internal void Draw(Canvas canvas, Shaper shaper, double left, double top, double width, (int Number, int Of) page)
    {
        foreach (var align in Enum.GetValues<Align>())
        {
            var place = top;
            foreach (var line in LinesOn(align, shaper, width, page.Number, page.Of))
            {
                canvas.Text(line.Fragments, left + line.OffsetIn(width, align), place + line.Baseline);
                place += line.Height;
            }
        }
    }

    private IEnumerable<Line> LinesOn(Align align, Shaper shaper, double width, int number, int of) =>
        entries.Where(entry => entry.Align == align)
            .SelectMany(entry => LineBreaker.Break(shaper, width, new TextSpan(entry.Text(number, of), entry.Style)));
}
