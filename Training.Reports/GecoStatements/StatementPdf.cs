using Training.Reports.Pdf;
using Training.Reports.Words;

namespace Training.Reports.GecoStatements;

/// <summary>A statement on paper, with the late corrections under the figures and the digest that ties it to them.</summary>
public static class StatementPdf
{
    public static byte[] Write<TLine>(Statement<TLine> statement, Wording words, string school) =>
        PdfDocument.Create(words[$"Geco_{statement.Id}_Title"], words.Culture.Name, statement.CutOff, document => document.Page(PageSize.A4Landscape, page =>
        {
            page.Margin = 34;
            page.Header(header =>
            {
                header.Text(school, style: TextStyle.Quiet);
                header.Text(words[$"Geco_{statement.Id}_Title"], Align.Right, TextStyle.Quiet);
            });
            page.Content(content => Compose(content, statement, words));
            page.Footer(footer =>
            {
                footer.Text($"{words["Geco_CutOff"]} {words.Moment(statement.CutOff)} · {statement.Author} · SHA-256 {statement.Digest[..16]}", style: TextStyle.Quiet);
                footer.PageNumber((number, of) => words["Page_Number", number, of]);
            });
        }));

    private static void Compose<TLine>(PdfContent content, Statement<TLine> statement, Wording words)
    {
        content.Heading(words[$"Geco_{statement.Id}_Title"]);
        content.Text($"{words.Of(statement.Employer.Name)} ({statement.Employer.Code}){(statement.Employer.EnterpriseNumber is { } number ? $" · {number}" : "")}", TextStyle.Strong);
        content.Text(words["Geco_Period", words.Date(statement.From), words.Date(statement.To)], TextStyle.Strong);
        content.Text(StatementWords.Rule(statement.Employer, words), TextStyle.Quiet);
        content.Space(6);
        if (statement.Lines.Count == 0)
            content.Text(words["Geco_Empty"]);
        else
            content.Table(table => Fill(table, statement, words));
        if (statement.Corrections.Count > 0)
        {
            content.Space(8);
            content.Text(words["Geco_Corrections"], TextStyle.Strong);
            content.Table(table => FillCorrections(table, statement.Corrections, words));
        }

        content.Space(6);
        content.Text($"{words["Geco_Digest"]}: {statement.Digest}", TextStyle.Quiet);
    }

    private static void Fill<TLine>(PdfTable table, Statement<TLine> statement, Wording words)
    {
        table.TextSize = 8;
        foreach (var (index, column) in statement.Columns.Index())
            table.Column(words[$"GecoColumn_{column.Key}"], Width.Share(column.Width), column.Kind is StatementFigure.Text or StatementFigure.Date ? Align.Left : Align.Right, isRowHeader: index == 1);
        foreach (var line in statement.Lines)
            table.Row([.. statement.Columns.Select(column => column.Shown(line, words))]);
    }

    private static void FillCorrections(PdfTable table, IReadOnlyList<LateCorrection> corrections, Wording words)
    {
        table.TextSize = 8;
        foreach (var (key, width) in StatementWords.CorrectionColumns)
            table.Column(words[$"GecoColumn_{key}"], Width.Share(width), key == "Change" ? Align.Right : Align.Left, isRowHeader: key == "Worker");
        foreach (var correction in corrections)
            table.Row([.. StatementWords.Cells(correction, words)]);
    }
}
