using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Layout;

/// <summary>A drawing, with the text that says what it shows to who does not see it.</summary>
internal sealed class FigureBlock(double figureWidth, double figureHeight, string alternativeText, Align align, Action<PdfDrawing> draw) : Block
{
    private const double SpaceAbove = 8;

    public override IEnumerable<Slice> Cut(Shaper shaper, double width, StructElement parent)
    {
        var offset = align switch { Align.Right => width - figureWidth, Align.Center => (width - figureWidth) / 2, _ => 0 };
        yield return new Figure(parent.Add("Figure", alternativeText: alternativeText), shaper, offset, figureWidth, figureHeight, draw) { SpaceAbove = SpaceAbove };
    }

    private sealed class Figure(StructElement element, Shaper shaper, double offset, double width, double height, Action<PdfDrawing> draw) : Slice
    {
        public override double Height => height;

        public override void Draw(Canvas canvas, double left, double top)
        {
            element.Attributes = $"<</O/Layout/Placement/Block/BBox{canvas.Box(left + offset, top, width, height)}>>";
            canvas.Tagged(element, () => draw(new PdfDrawing(canvas, shaper, left + offset, top)));
        }
    }
}
