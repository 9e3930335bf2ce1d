using ClosedXML.Excel;
using Training.Reports.Excel;
using Training.Reports.Words;

namespace Training.Reports.GecoStatements;

/// <summary>A statement as a workbook: the figures in minutes, the late corrections, and a sheet that says what was asked.</summary>
public static class StatementExcel
{
    public static byte[] Write<TLine>(Statement<TLine> statement, Wording words)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = words[$"Geco_{statement.Id}_Title"];
        workbook.Properties.Author = statement.Author;
        // The workbook says when its figures were known, not when it was written, so that the same figures give the same file.
        workbook.Properties.Created = workbook.Properties.Modified = statement.CutOff.DateTime;

        var sheet = new Sheet(workbook, statement.Id, [.. statement.Columns.Select(column => new SheetColumn(words[$"GecoColumn_{column.Key}"], column.Width, FormatOf(column.Kind)))]);
        foreach (var line in statement.Lines)
            sheet.Row([.. statement.Columns.Select(column => column.Of(line, words))]);
        sheet.Filterable();

        var corrections = new Sheet(workbook, words["Geco_CorrectionsSheet"],
            [.. StatementWords.CorrectionColumns.Select(column => new SheetColumn(words[$"GecoColumn_{column.Key}"], column.Width, column.Key == "Change" ? SheetColumn.WholeNumber : null))]);
        foreach (var correction in statement.Corrections)
            corrections.Row(correction.Person, correction.Post, $"{words.Of(correction.Course)} ({correction.Session})", correction.Day, correction.ChangeMinutes, correction.RecordedOn, correction.RecordedBy);

        var parameters = new Sheet(workbook, words["Parameters_Sheet"], [new(words["Parameters_What"], 34), new(words["Parameters_Value"], 70)]);
        parameters.Row(words["Geco_Employer"], $"{words.Of(statement.Employer.Name)} ({statement.Employer.Code})");
        parameters.Row(words["Geco_EnterpriseNumber"], statement.Employer.EnterpriseNumber);
        parameters.Row(words["Geco_From"], statement.From);
        parameters.Row(words["Geco_To"], statement.To);
        parameters.Row(words["Geco_CutOff"], statement.CutOff.DateTime);
        parameters.Row(words["Geco_Author"], statement.Author);
        parameters.Row(words["Geco_RuleTitle"], StatementWords.Rule(statement.Employer, words));
        parameters.Row(words["Geco_Digest"], statement.Digest);

        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    private static string? FormatOf(StatementFigure kind) => kind switch
    {
        StatementFigure.Minutes or StatementFigure.Count => SheetColumn.WholeNumber,
        StatementFigure.Fraction => "0.00",
        _ => null,
    };
}
