using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;

namespace Training.Reports.Pdf.Layout;

/// <summary>Contents that begin a new page rather than be parted; what is higher than a page is parted all the same.</summary>
internal sealed class TogetherBlock(IReadOnlyList<Block> blocks) : Block
{
    public override IEnumerable<Slice> Cut(Shaper shaper, double width, StructElement parent)
    {
        var slices = blocks.SelectMany(block => block.Cut(shaper, width, parent)).ToList();
        foreach (var slice in slices.SkipLast(1))
            slice.KeepsWithNext = true;

        return slices;
    }
}
