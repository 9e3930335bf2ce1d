using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Layout;

/// <summary>Contents beside each other, read from left to right. They stay on one page.</summary>
internal sealed class ColumnsBlock(IReadOnlyList<(Width Width, IReadOnlyList<Block> Blocks)> columns) : Block
{
    private const double Gap = 18;
    private const double SpaceAbove = 6;

    public override IEnumerable<Slice> Cut(Shaper shaper, double width, StructElement parent)
    {
        var widths = Width.Divide(width - Gap * (columns.Count - 1), [.. columns.Select(column => column.Width)]);
        var left = 0.0;
        var stacks = new List<(double Left, List<Slice> Slices)>();
        foreach (var (column, columnWidth) in columns.Zip(widths))
        {
            stacks.Add((left, [.. column.Blocks.SelectMany(block => block.Cut(shaper, columnWidth, parent))]));
            left += columnWidth + Gap;
        }

        yield return new Beside(stacks) { SpaceAbove = SpaceAbove };
    }

    private sealed class Beside(List<(double Left, List<Slice> Slices)> stacks) : Slice
    {
        public override double Height { get; } = stacks.Select(stack => HeightOf(stack.Slices)).DefaultIfEmpty().Max();

        public override void Draw(Canvas canvas, double left, double top)
        {
            foreach (var (stackLeft, slices) in stacks)
            {
                var place = top;
                foreach (var (index, slice) in slices.Index())
                {
                    place += index == 0 ? 0 : slice.SpaceAbove;
                    slice.Draw(canvas, left + stackLeft, place);
                    place += slice.Height;
                }
            }
        }

        private static double HeightOf(List<Slice> slices) => slices.Sum(slice => slice.Height) + slices.Skip(1).Sum(slice => slice.SpaceAbove);
    }
}
