using System.Globalization;
using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;

namespace Training.Reports.Pdf.Layout;

internal sealed class HeadingBlock(string text, int level, Align align) : Block
{
    public override IEnumerable<Slice> Cut(Shaper shaper, double width, StructElement parent)
    {
        var style = TextStyle.Heading(level);
        var tags = new ParagraphTags(parent.Add("H" + level.ToString(CultureInfo.InvariantCulture)));

        return LineBreaker.Break(shaper, width, new TextSpan(text, style)).Index().Select(line => new LineSlice(line.Item, tags, width, align)
        {
            SpaceAbove = line.Index == 0 ? style.Size : 0,
            KeepsWithNext = true,
            Bookmark = line.Index == 0 ? (level, text) : null,
        });
    }
}
