using Training.Reports.Pdf.Layout;

namespace Training.Reports.Pdf;

/// <summary>Contents beside each other.</summary>
public sealed class PdfColumns
{
    private readonly List<(Width, IReadOnlyList<Block>)> parts = [];

    internal PdfColumns()
    {
    }

    internal IReadOnlyList<(Width Width, IReadOnlyList<Block> Blocks)> Parts => parts;

    public void Column(Width width, Action<PdfContent> compose)
    {
        if (width.IsFitting)
            throw new ArgumentException("Only the columns of a table are as wide as what stands in them.", nameof(width));

        var content = new PdfContent();
        compose(content);
        parts.Add((width, content.Blocks));
    }
}
