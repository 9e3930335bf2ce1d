using System.Globalization;
using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;

namespace Training.Reports.Pdf.Layout;

internal sealed class ListBlock(IReadOnlyList<string> items, bool isNumbered) : Block
{
    private const double SpaceAbove = 4;
    private const double Indent = 18;

    public override IEnumerable<Slice> Cut(Shaper shaper, double width, StructElement parent)
    {
        var list = parent.Add("L", $"<</O/List/ListNumbering/{(isNumbered ? "Decimal" : "Disc")}>>");
        return items.Index().SelectMany(item => CutItem(shaper, width, list.Add("LI"), item.Item, LabelOf(item.Index)));
    }

    private static IEnumerable<LineSlice> CutItem(Shaper shaper, double width, StructElement item, string text, string label)
    {
        var labelElement = item.Add("Lbl");
        var tags = new ParagraphTags(item.Add("LBody"));
        var lines = LineBreaker.Break(shaper, width - Indent, new TextSpan(text, TextStyle.Body));
        var labelLine = LineBreaker.Break(shaper, Indent, new TextSpan(label, TextStyle.Body))[0];

        return lines.Index().Select(line => new LineSlice(line.Item, tags, width, Align.Left)
        {
            SpaceAbove = line.Index == 0 ? SpaceAbove : 0,
            KeepsWithNext = ParagraphBlock.LeavesNoLineAlone(line.Index, lines.Count),
            Indent = Indent,
            Label = line.Index == 0 ? (labelLine, labelElement) : null,
        });
    }

    private string LabelOf(int index) => isNumbered ? (index + 1).ToString(CultureInfo.InvariantCulture) + "." : "•";
}
