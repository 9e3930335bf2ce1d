using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Layout;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf;

/// <summary>What a figure is drawn with, measured in points from its top left corner.</summary>
public sealed class PdfDrawing
{
    private readonly Canvas canvas;
    private readonly Shaper shaper;
    private readonly double left;
    private readonly double top;

    internal PdfDrawing(Canvas canvas, Shaper shaper, double left, double top) =>
        (this.canvas, this.shaper, this.left, this.top) = (canvas, shaper, left, top);

    public void Fill(Color color, double x, double y, double width, double height) => canvas.Fill(color, left + x, top + y, width, height);

    public void Fill(Color color, IEnumerable<(double X, double Y, double Width, double Height)> rectangles) =>
        canvas.Fill(color, rectangles.Select(part => (left + part.X, top + part.Y, part.Width, part.Height)));

    public void Image(PdfImage image, double x, double y, double width, double height) => canvas.Image(image, left + x, top + y, width, height);

    /// <summary>One line of text, whose left end, middle or right end is at <paramref name="x"/>.</summary>
    public void Text(string text, double x, double baseline, TextStyle style, Align align = Align.Left)
    {
        foreach (var line in LineBreaker.Break(shaper, double.MaxValue, new TextSpan(text, style)).Take(1))
            canvas.Text(line.Fragments, left + x + line.OffsetIn(0, align), top + baseline);
    }
}
