using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Layout;

/// <summary>A part of the content that stays on one page: a line, a table row, a figure.</summary>
internal abstract class Slice
{
    public abstract double Height { get; }

    /// <summary>Left empty above it, except at the top of a page.</summary>
    public double SpaceAbove { get; init; }

    public bool KeepsWithNext { get; set; }

    public bool StartsPage { get; init; }

    /// <summary>Drawn again when this slice comes first on a page, as the head of a table is.</summary>
    public Slice? RepeatedAbove { get; init; }

    public abstract void Draw(Canvas canvas, double left, double top);

    /// <summary>What fits in this height and what remains; nothing if it cannot be divided.</summary>
    public virtual (Slice Fitting, Slice Remaining)? SplitAt(double height) => null;
}
