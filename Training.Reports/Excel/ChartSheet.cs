using ClosedXML.Excel;
using Training.Reports.Charts;
using Training.Reports.Words;

namespace Training.Reports.Excel;

/// <summary>A sheet with a chart beside its figures.</summary>
internal static class ChartSheet
{
    public static Sheet Begin(XLWorkbook workbook, string names, IEnumerable<string> figures, Wording words) =>
        new(workbook, words["Chart_Sheet"], [new(names, 40), .. figures.Select(title => new SheetColumn(title, 14, SheetColumn.WholeNumber))]);

    /// <summary>Writes the workbook; the chart stands beside its figures as a picture.</summary>
    public static byte[] Save(XLWorkbook workbook, BarChart? chart, Wording words)
    {
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return chart is null
            ? stream.ToArray()
            : Picture.Add(
                stream.ToArray(), words["Chart_Sheet"], new(ChartPicture.Png(chart), chart.AlternativeText, ChartPicture.Width, ChartPicture.HeightOf(chart)), column: 4, row: 1);
    }
}
