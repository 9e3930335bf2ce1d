using Training.Reports.Charts;
using Training.Reports.Pdf;
using Training.Reports.Words;

namespace Training.Reports.TrainingHours;

/// <summary>The report on paper: what was asked, the sums by organisation, every line, and the digest that ties it to its figures.</summary>
public static class TrainingHoursPdf
{
    public static byte[] Write(TrainingHours report, Wording words, string school) =>
        PdfDocument.Create(words["TrainingHours_Title"], words.Culture.Name, report.CutOff, document => document.Page(PageSize.A4Landscape, page =>
        {
            page.Margin = 34;
            page.Header(header =>
            {
                header.Text(school, style: TextStyle.Quiet);
                header.Text(words["TrainingHours_Title"], Align.Right, TextStyle.Quiet);
            });
            page.Content(content => Compose(content, report, words));
            page.Footer(footer =>
            {
                footer.Text($"{words["TrainingHours_CutOff"]} {words.Moment(report.CutOff)} · {report.Author} · SHA-256 {report.Digest[..16]}", style: TextStyle.Quiet);
                footer.PageNumber((number, of) => words["Page_Number", number, of]);
            });
        }));

    private static void Compose(PdfContent content, TrainingHours report, Wording words)
    {
        content.Heading(words["TrainingHours_Title"]);
        content.Text(words["TrainingHours_Period", words.Date(report.Filter.From), words.Date(report.Filter.To)], TextStyle.Strong);
        foreach (var (key, name) in new[] { ("Organisation", report.Names.Organisation), ("Funder", report.Names.Funder), ("Theme", report.Names.Theme) })
        {
            if (name is not null)
                content.Text($"{words[$"TrainingHours_{key}"]}: {words.Of(name)}");
        }

        content.Text(words["TrainingHours_Minutes"], TextStyle.Quiet);
        if (report.Lacking.UnsealedHalfDays > 0)
            content.Text($"{words["TrainingHours_Unsealed"]}: {report.Lacking.UnsealedHalfDays}", TextStyle.Quiet);
        if (report.Lacking.PendingMinutes > 0)
            content.Text($"{words["TrainingHours_Pending"]}: {report.Lacking.PendingMinutes}", TextStyle.Quiet);
        if (report.Lines.Count == 0)
        {
            content.Text(words["TrainingHours_Empty"]);
            return;
        }

        content.Text($"{words["TrainingHours_PersonsTrained", report.Totals.Persons]} · {words["TrainingHours_Summary", words.Number(report.Totals.HoursPerFte), words.Percent(report.Totals.ShareOfStaffTrained)]}", TextStyle.Strong);
        content.Chart(TrainingHoursChart.Of(report, words));
        content.Table(table => Fill(table, report, words));
        if (report.Told.Count < report.Lines.Count)
            content.Text(words["TrainingHours_Untold", report.Lines.Count - report.Told.Count], TextStyle.Quiet);
        content.Space(6);
        content.Text($"{words["TrainingHours_Digest"]}: {report.Digest}", TextStyle.Quiet);
    }

    // The organisation heads its people instead of standing on each line, which leaves room for the figures.
    private static void Fill(PdfTable table, TrainingHours report, Wording words)
    {
        table.TextSize = 8.5;
        var columns = TrainingHoursColumns.All.Where(column => column.Key != "Organisation").ToList();
        foreach (var column in columns)
        {
            table.Column(
                words[$"Column_{column.Key}"], Width.Share(column.PaperShare), column.Kind == FigureKind.Text ? Align.Left : Align.Right,
                isRowHeader: column.Key == "Person");
        }

        foreach (var organisation in report.Told.GroupBy(line => line.OrganisationCode))
        {
            table.Group(words.Of(organisation.First().Organisation));
            foreach (var line in organisation)
                table.Row([.. columns.Select(column => column.Shown(line, words))]);
        }

        table.Total([.. columns.Select(column => column.Key == "Person" ? words["TrainingHours_Total"] : column.ShownTotal(report.Totals, words))]);
    }
}
