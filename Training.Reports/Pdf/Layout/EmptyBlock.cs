using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Layout;

/// <summary>Room, the start of a new page, or a rule to sign on: nothing that is read.</summary>
internal sealed class EmptyBlock(double height, bool startsPage = false, bool isRuled = false) : Block
{
    public override IEnumerable<Slice> Cut(Shaper shaper, double width, StructElement parent)
    {
        yield return new Gap(height, isRuled ? width : 0) { StartsPage = startsPage };
    }

    private sealed class Gap(double height, double ruleWidth) : Slice
    {
        private const double Thickness = 0.75;

        public override double Height => height;

        public override void Draw(Canvas canvas, double left, double top)
        {
            if (ruleWidth > 0)
                canvas.Artifact(() => canvas.Fill(Color.Rule, left, top + height - Thickness, ruleWidth, Thickness));
        }
    }
}
