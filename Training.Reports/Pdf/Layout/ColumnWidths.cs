using Training.Reports.Pdf.Fonts;

namespace Training.Reports.Pdf.Layout;

/// <summary>
/// How wide the columns of a table are: a fitting one as its longest cell, one with a share never so narrow that it cuts a word while
/// others have room to give.
/// </summary>
internal sealed class ColumnWidths(Shaper shaper, PdfTable table, TextStyle cell, TextStyle strong)
{
    /// <summary>Of a long table the first rows say enough.</summary>
    private const int RowsLookedAt = 1000;

    /// <summary>Sums of widths are rounded.</summary>
    private const double Tolerance = 0.01;

    /// <summary>Wider words, such as digests, are cut.</summary>
    private const double WidestWordShare = 1 / 6.0;

    public double[] In(double width)
    {
        Width[] asked = [.. table.Columns.Select((column, index) => column.Width.IsFitting ? Width.Points(Math.Min(WidestLine(index), width / 2)) : column.Width)];
        double[] least = [.. asked.Select((column, index) => column.IsShare ? WidestWord(index, width * WidestWordShare) : 0)];
        var widths = Width.Divide(width, asked);

        // Whoever is widened takes from the others, which may then be too narrow themselves.
        while (widths.Index().Where(column => asked[column.Index].IsShare && column.Item < least[column.Index]).Select(column => column.Index).ToList() is { Count: > 0 } narrow)
        {
            foreach (var index in narrow)
                asked[index] = Width.Points(least[index]);
            widths = Width.Divide(width, asked);
            if (widths.Sum() > width + Tolerance)
                return Width.Divide(width, [.. table.Columns.Select((column, index) => column.Width.IsFitting ? asked[index] : column.Width)]);
        }

        return widths;
    }

    private double WidestLine(int column) =>
        TextsIn(column).SelectMany(text => LineBreaker.Break(shaper, double.MaxValue, text)).Select(line => line.Width).DefaultIfEmpty().Max() + 2 * TableRow.PaddingAside;

    private double WidestWord(int column, double atMost) =>
        TextsIn(column).SelectMany(text => LineBreaker.WordWidths(shaper, text)).Where(width => width <= atMost).DefaultIfEmpty().Max() + 2 * TableRow.PaddingAside;

    private IEnumerable<TextSpan> TextsIn(int column) => table.Rows.Take(RowsLookedAt).Where(row => row.Kind != RowKind.Group)
        .Concat(table.Rows.Skip(RowsLookedAt).Where(row => row.Kind == RowKind.Total))
        .Select(row => new TextSpan(row.Cells[column], row.Kind == RowKind.Total ? strong : cell))
        .Append(new TextSpan(table.Columns[column].Title, strong));
}
