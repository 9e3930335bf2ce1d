using Training.Reports.Charts;
using Training.Reports.Pdf;
using Training.Reports.Words;

namespace Training.Reports.Reporting;

/// <summary>A report on paper: what was asked, what it lacks, every line, and what ties it to its figures.</summary>
public static class ReportPdf
{
    private const int DenseFrom = 14;

    public static byte[] Write(Report report, Wording words, string school) =>
        PdfDocument.Create(TitleOf(report, words), words.Culture.Name, report.CutOff, document => document.Page(PageSize.A4Landscape, page =>
        {
            page.Margin = 30;
            page.Header(header =>
            {
                header.Text(school, style: TextStyle.Quiet);
                header.Text(TitleOf(report, words), Align.Right, TextStyle.Quiet);
            });
            page.Content(content => Compose(content, report, words));
            page.Footer(footer =>
            {
                footer.Text(
                    $"{words["Report_CutOff"]} {words.Moment(report.CutOff)} · {words["Report_Template"]} {report.TemplateVersion} · {RunOf(report, words)} · {report.Author} · SHA-256 {report.Digest[..16]}",
                    style: TextStyle.Quiet with { Size = 7.5 });
                footer.PageNumber((number, of) => words["Page_Number", number, of]);
            });
        }));

    public static string TitleOf(Report report, Wording words)
    {
        var title = words[$"Report_Title_{report.Question.Report}"];
        return report.Since is { } run ? words["Report_ChangesTitle", title, run] : title;
    }

    public static string RunOf(Report report, Wording words) => report.Run is { } run ? words["Report_Run", run] : words["Report_NoRun"];

    private static void Compose(PdfContent content, Report report, Wording words)
    {
        content.Heading(TitleOf(report, words));
        content.Text(words["Report_Period", words.Date(report.Question.From), words.Date(report.Question.To)], TextStyle.Strong);
        foreach (var (what, value) in Asked(report, words))
            content.Text($"{what}: {value}");
        content.Text(report.IsProvisional ? words["Report_Provisional"] : words["Report_Final"], TextStyle.Strong);
        foreach (var lack in report.Lacks.Where(lack => lack.Count > 0))
            content.Text($"{words[$"Report_Lack_{lack.Key}"]}: {lack.Count}", TextStyle.Quiet);
        if (report.Question.IsPublished)
            content.Text(words["Report_PublishedMeans"], TextStyle.Quiet);
        if (report.Table.Rows.Count == 0)
        {
            content.Text(words["Report_Empty"]);
            return;
        }

        if (report.Table.Summary.Count > 0)
            content.Text(SummaryOf(report, words), TextStyle.Strong);
        content.Space(4);
        if (ReportChart.Of(report, words) is { } chart)
            content.Chart(chart);
        content.Table(table => Fill(table, report.Table, words));
        if (report.Table.Told.Count < report.Table.Rows.Count)
            content.Text(words["Report_Untold", report.Table.Rows.Count - report.Table.Told.Count], TextStyle.Quiet);
        foreach (var mention in report.Table.Mentions.Select(words.Of).Where(mention => mention.Length > 0))
            content.Text(mention);
        content.Text($"{words["Report_Digest"]}: {report.Digest}", TextStyle.Quiet);
    }

    /// <summary>What narrows the report and how it is laid out.</summary>
    public static IEnumerable<(string What, string Value)> Asked(Report report, Wording words)
    {
        if (report.Table.Programme is { } programme)
            yield return (words["Report_Programme"], $"{words.Of(programme)}{(report.Table.GrantReference is { } reference ? $" ({reference})" : "")}");
        foreach (var asked in report.Asked)
            yield return (words[asked.Title], Cells.TextOf(asked.Value, words));
    }

    /// <summary>The figures about the whole, in one line.</summary>
    public static string SummaryOf(Report report, Wording words) => string.Join(
        " · ", report.Table.Summary.Select(figure => $"{Cells.TitleOf(figure.Column, words)}: {Cells.Shown(figure.Value, figure.Column.Kind, words)}"));

    private static void Fill(PdfTable table, ReportTable report, Wording words)
    {
        table.TextSize = report.Columns.Count >= DenseFrom ? 6.5 : 8.5;
        foreach (var (index, column) in report.Columns.Index())
        {
            table.Column(
                Cells.TitleOf(column, words), Width.Share(ShareOf(report, index, words)), column.Kind is CellKind.Text or CellKind.Date ? Align.Left : Align.Right, isRowHeader: index == 0);
        }

        string? group = null;
        foreach (var row in report.Told)
        {
            var title = row.Group is null ? null : Cells.TextOf(row.Group, words);
            if (title is not null && title != group)
                table.Group(title);
            group = title;
            table.Row([.. row.Cells.Select((cell, index) => Cells.Shown(cell, report.Columns[index].Kind, words))]);
        }

        if (report.Total is { } total)
            table.Total([.. total.Select((cell, index) => Cells.Shown(cell, report.Columns[index].Kind, words))]);
    }

    // As wide as what stands in it: the longest word of its title, and texts up to a sensible length, which then wrap.
    private static double ShareOf(ReportTable report, int index, Wording words)
    {
        const int longest = 26;
        var column = report.Columns[index];
        var title = Cells.TitleOf(column, words).Split(' ').Max(word => word.Length);
        var cells = report.Told.Take(500).Select(row => Cells.Shown(row.Cells[index], column.Kind, words).Length).DefaultIfEmpty(0).Max();
        return Math.Max(title + 1, Math.Min(cells + 1, longest));
    }
}
