using Training.Reports.Charts;
using Training.Reports.Words;

namespace Training.Reports.Reporting;

/// <summary>What a report draws of its figures, the same on the page, on paper and in the workbook.</summary>
public static class ReportChart
{
    private const int Fewest = 2;
    private static readonly BarLook[] Looks = [BarLook.First, BarLook.Second];

    /// <summary>The chart, or nothing where the report has none or there is nothing to compare. A hidden number is not drawn.</summary>
    public static BarChart? Of(Report report, Wording words)
    {
        if (report.Table.Drawing is not { } drawing)
            return null;

        int IndexOf(string key) => report.Table.Columns.Index().First(column => column.Item.Key == key).Index;
        var (label, all) = (IndexOf(drawing.Label), drawing.Figures.Select(IndexOf).ToList());
        var rows = report.Table.Rows.Where(row => (drawing.Group is null || drawing.Group.Equals(row.Group)) && all.TrueForAll(figure => row.Cells[figure] is int)).ToList();
        var figures = all.FindAll(figure => rows.Exists(row => row.Cells[figure] is > 0));
        var bars = rows
            .GroupBy(row => Cells.TextOf(row.Cells[label], words))
            .Select(bar => new ChartBar(bar.Key, figures.ConvertAll(figure => bar.Sum(row => (int)row.Cells[figure]!))))
            .Where(bar => bar.Values.Any(value => value > 0)).ToList();
        if (bars.Count < Fewest)
            return null;

        var columns = figures.ConvertAll(index => report.Table.Columns[index]);
        var by = (drawing.By ?? drawing.Group) is { } named ? words[named.Key] : Cells.TitleOf(report.Table.Columns[label], words);
        return BarChart.Of(
            $"{string.Join(" / ", columns.Select(column => Cells.TitleOf(column, words)))} – {by}", [.. columns.Select((column, index) => (Cells.TitleOf(column, words), Looks[index]))],
            bars, columns[0].Kind == CellKind.Minutes ? BarUnit.Minutes : BarUnit.Pieces, count => words["Chart_Others", count], words);
    }
}
