using ClosedXML.Excel;
using MiniExcelLibs;
using Training.Reports.Charts;
using Training.Reports.Excel;
using Training.Reports.Words;

namespace Training.Reports.Reporting;

/// <summary>A report as a workbook: the figures, what was asked, and what the columns mean. Long ones are streamed, without styles.</summary>
public static class ReportExcel
{
    public const int StreamedFrom = 10_000;

    public static byte[] Write(Report report, Wording words) => report.Table.Rows.Count > StreamedFrom ? Stream(report, words) : WriteStyled(report, words);

    private static byte[] WriteStyled(Report report, Wording words)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = ReportPdf.TitleOf(report, words);
        workbook.Properties.Author = report.Author;
        workbook.Properties.Created = workbook.Properties.Modified = report.CutOff.DateTime;

        var hasGroups = report.Table.Rows.Any(row => row.Group is not null);
        var sheet = new Sheet(workbook, words["Report_Sheet"], [.. Columns(report, words, hasGroups)]);
        foreach (var row in report.Table.Rows)
            sheet.Row([.. hasGroups ? (object?[])[Cells.Native(row.Group, words)] : [], .. row.Cells.Select(cell => Cells.Native(cell, words))]);
        if (report.Table.Rows.Count > 0)
            sheet.Filterable();
        if (report.Table.Total is { } total)
            sheet.Total([.. hasGroups ? (object?[])[null] : [], .. total.Select(cell => Cells.Native(cell, words))]);

        var parameters = new Sheet(workbook, words["Parameters_Sheet"], [new(words["Parameters_What"], 46), new(words["Parameters_Value"], 70)]);
        foreach (var (what, value) in Parameters(report, words))
            parameters.Row(what, value);
        var definitions = new Sheet(workbook, words["Definitions_Sheet"], [new(words["Definitions_Column"], 30), new(words["Definitions_Meaning"], 110)]);
        foreach (var (title, meaning) in Definitions(report, words))
            definitions.Row(title, meaning);

        var chart = ReportChart.Of(report, words);
        if (chart is not null)
            WriteFigures(workbook, chart, words);
        return ChartSheet.Save(workbook, chart, words);
    }

    private static void WriteFigures(XLWorkbook workbook, BarChart chart, Wording words)
    {
        var sheet = ChartSheet.Begin(workbook, chart.Title, chart.Series.Select(series => series.Name), words);
        foreach (var (index, label) in chart.Labels.Index())
            sheet.Row([label, .. chart.Series.Select(series => (object?)series.Figures[index])]);
    }

    // Row by row: the memory does not grow with the rows.
    private static byte[] Stream(Report report, Wording words)
    {
        var titles = report.Table.Columns.Select((column, index) => $"{Cells.FileTitleOf(column, words)}{(report.Table.Columns.Take(index).Any(c => Cells.FileTitleOf(c, words) == Cells.FileTitleOf(column, words)) ? $" {index}" : "")}").ToList();
        IEnumerable<Dictionary<string, object?>> Rows()
        {
            foreach (var row in report.Table.Rows)
                yield return titles.Zip(row.Cells, (title, cell) => (title, cell)).ToDictionary(pair => pair.title, pair => Cells.Native(pair.cell, words) is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : Cells.Native(pair.cell, words));
        }

        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object>
        {
            [words["Report_Sheet"]] = Rows(),
            [words["Parameters_Sheet"]] = Parameters(report, words).Select(p => new Dictionary<string, object?> { [words["Parameters_What"]] = p.What, [words["Parameters_Value"]] = p.Value?.ToString() }).ToList(),
            [words["Definitions_Sheet"]] = Definitions(report, words).Select(d => new Dictionary<string, object?> { [words["Definitions_Column"]] = d.Title, [words["Definitions_Meaning"]] = d.Meaning }).ToList(),
        });
        return stream.ToArray();
    }

    private static IEnumerable<SheetColumn> Columns(Report report, Wording words, bool hasGroups)
    {
        if (hasGroups)
            yield return new SheetColumn(words["Report_Group"], 26);
        foreach (var (index, column) in report.Table.Columns.Index())
        {
            var longest = report.Table.Rows.Take(1000).Select(row => Cells.Shown(row.Cells[index], column.Kind, words).Length).Append(Cells.FileTitleOf(column, words).Length).Max();
            yield return new SheetColumn(Cells.FileTitleOf(column, words), Math.Clamp(longest + 2, 9, 60), column.Kind switch
            {
                CellKind.Minutes or CellKind.Count => SheetColumn.WholeNumber,
                CellKind.Euro or CellKind.Number => "#,##0.00",
                CellKind.Ratio => "0.0%",
                _ => null,
            });
        }
    }

    private static IEnumerable<(string What, object? Value)> Parameters(Report report, Wording words)
    {
        yield return (words["Report_Name"], ReportPdf.TitleOf(report, words));
        yield return (words["Report_From"], report.Question.From);
        yield return (words["Report_To"], report.Question.To);
        foreach (var (what, value) in ReportPdf.Asked(report, words))
            yield return (what, value);
        if (report.Question.IsPublished)
            yield return (words["Report_Publish"], words["Report_PublishedMeans"]);
        foreach (var mention in report.Table.Mentions.Select(words.Of).Where(mention => mention.Length > 0))
            yield return (words["Report_Mention"], mention);
        yield return (words["Report_CutOff"], report.CutOff.DateTime);
        yield return (words["Report_Template"], report.TemplateVersion);
        yield return (words["Report_RunTitle"], report.Run is { } run ? run : words["Report_NoRun"]);
        yield return (words["Report_Author"], report.Author);
        yield return (words["Report_State"], report.IsProvisional ? words["Report_Provisional"] : words["Report_Final"]);
        foreach (var lack in report.Lacks)
            yield return (words[$"Report_Lack_{lack.Key}"], lack.Count);
        foreach (var figure in report.Table.Summary)
            yield return (Cells.TitleOf(figure.Column, words), figure.Column.Kind is CellKind.Minutes or CellKind.Ratio ? Cells.Shown(figure.Value, figure.Column.Kind, words) : figure.Value);
        yield return (words["Report_Digest"], report.Digest);
    }

    private static IEnumerable<(string Title, string Meaning)> Definitions(Report report, Wording words) =>
        report.Table.Columns.Concat(report.Table.Summary.Select(figure => figure.Column)).DistinctBy(column => column.Key).Select(column => (words[$"Report_Column_{column.Key}"], words[$"Report_Means_{column.Key}"]));
}
