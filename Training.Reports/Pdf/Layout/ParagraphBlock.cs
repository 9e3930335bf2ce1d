using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;

namespace Training.Reports.Pdf.Layout;

internal sealed class ParagraphBlock(IReadOnlyList<TextSpan> spans, Align align = Align.Left, string? language = null) : Block
{
    private const double SpaceAbove = 6;

    public override IEnumerable<Slice> Cut(Shaper shaper, double width, StructElement parent)
    {
        var tags = new ParagraphTags(parent.Add("P", language: language));
        var lines = LineBreaker.Break(shaper, width, spans);

        return lines.Index().Select(line => new LineSlice(line.Item, tags, width, align)
        {
            SpaceAbove = line.Index == 0 ? SpaceAbove : 0,
            KeepsWithNext = LeavesNoLineAlone(line.Index, lines.Count),
        });
    }

    /// <summary>The first two lines stay together, and the last two.</summary>
    public static bool LeavesNoLineAlone(int index, int count) => (index == 0 || index == count - 2) && index < count - 1;
}
