using Training.Reports.Pdf.Tags;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Layout;

internal sealed record TableCell(StructElement Element, IReadOnlyList<Line> Lines, double Left, double Width, Align Align)
{
    public double Height => Lines.Sum(line => line.Height);
}

/// <param name="Shade">Behind the row, if any.</param>
/// <param name="RuleAbove">How thick the rule above the row is; none if zero.</param>
internal sealed record RowLook(Color? Shade, double RuleAbove, double RuleBelow)
{
    public static readonly RowLook Head = new(Color.Shade, 0, 1);
    public static readonly RowLook Group = new(null, 0, 0.75);
    public static readonly RowLook Body = new(null, 0, 0.4);
    public static readonly RowLook Total = new(Color.Shade, 1, 1);
}

/// <summary>A row of a table. It is only divided over pages if it is higher than a page.</summary>
internal sealed class TableRow(IReadOnlyList<TableCell> cells, double width, RowLook look, double minimumHeight) : Slice
{
    public const double PaddingAside = 4;
    private const double PaddingAbove = 2.5;

    public override double Height { get; } =
        Math.Max(minimumHeight, cells.Max(cell => cell.Height) + 2 * PaddingAbove);

    public override void Draw(Canvas canvas, double left, double top)
    {
        canvas.Artifact(() => DrawLook(canvas, left, top));
        foreach (var cell in cells.Where(cell => cell.Lines.Count > 0))
            canvas.Tagged(cell.Element, () => DrawLines(canvas, cell, left + cell.Left + PaddingAside, top + PaddingAbove));
    }

    public override (Slice Fitting, Slice Remaining)? SplitAt(double height)
    {
        var room = height - 2 * PaddingAbove;
        if (cells.Any(cell => cell.Lines.Count > 0 && cell.Lines[0].Height > room))
            return null;

        return (Part(cell => cell.Lines.Take(CountIn(cell, room))), Part(cell => cell.Lines.Skip(CountIn(cell, room))));

        TableRow Part(Func<TableCell, IEnumerable<Line>> lines) =>
            new([.. cells.Select(cell => cell with { Lines = [.. lines(cell)] })], width, look, minimumHeight: 0) { RepeatedAbove = RepeatedAbove };
    }

    private static int CountIn(TableCell cell, double room)
    {
        var count = 0;
        while (count < cell.Lines.Count && (room -= cell.Lines[count].Height) >= 0)
            count++;

        return count;
    }

    private static void DrawLines(Canvas canvas, TableCell cell, double left, double top)
    {
        foreach (var line in cell.Lines)
        {
            canvas.Text(line.Fragments, left + line.OffsetIn(cell.Width - 2 * PaddingAside, cell.Align), top + line.Baseline);
            top += line.Height;
        }
    }

    private void DrawLook(Canvas canvas, double left, double top)
    {
        if (look.Shade is { } shade)
            canvas.Fill(shade, left, top, width, Height);
        if (look.RuleAbove > 0)
            canvas.Fill(Color.Rule, left, top, width, look.RuleAbove);
        canvas.Fill(Color.Rule, left, top + Height - look.RuleBelow, width, look.RuleBelow);
    }
}
