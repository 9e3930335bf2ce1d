using ClosedXML.Excel;
using Training.Domain.People;
using Training.Reports.Excel;
using Training.Reports.Words;

namespace Training.Reports.TrainingHours;

/// <summary>The report as a workbook: the figures, a sheet that says what was asked, and one that says what the columns mean.</summary>
public static class TrainingHoursExcel
{
    private const string TwoDecimals = "0.00";

    public static byte[] Write(TrainingHours report, Wording words)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = words["TrainingHours_Title"];
        workbook.Properties.Author = report.Author;
        // The workbook says when its figures were known, not when it was written, so that the same figures give the same file.
        workbook.Properties.Created = workbook.Properties.Modified = report.CutOff.DateTime;

        WriteFigures(workbook, report, words);
        WriteParameters(workbook, report, words);
        WriteDefinitions(workbook, words);
        WriteByOrganisation(workbook, report, words);

        return ChartSheet.Save(workbook, report.Lines.Count == 0 ? null : TrainingHoursChart.Of(report, words), words);
    }

    /// <summary>The figures of the chart beside it.</summary>
    private static void WriteByOrganisation(XLWorkbook workbook, TrainingHours report, Wording words)
    {
        var sheet = ChartSheet.Begin(workbook, words["Column_Organisation"], [words["Column_Attended"], words["Column_Exchange"]], words);
        foreach (var (_, name, totals) in report.ByOrganisation)
            sheet.Row(words.Of(name), totals.Minutes, totals.ExchangeMinutes);
        sheet.Total(words["TrainingHours_Total"], report.Totals.Minutes, report.Totals.ExchangeMinutes);
    }

    private static void WriteFigures(XLWorkbook workbook, TrainingHours report, Wording words)
    {
        var sheet = new Sheet(workbook, words["TrainingHours_Sheet"], [.. TrainingHoursColumns.All.Select(column =>
            new SheetColumn(words[$"Column_{column.Key}"], column.Width, column.Kind switch
            {
                FigureKind.Minutes or FigureKind.Count => SheetColumn.WholeNumber,
                FigureKind.Fraction => TwoDecimals,
                _ => null,
            }))]);
        foreach (var line in report.Lines)
            sheet.Row([.. TrainingHoursColumns.All.Select(column => column.Of(line, words))]);
        sheet.Filterable();
        sheet.Total([.. TrainingHoursColumns.All.Select(column => column.TotalOf(report.Totals, words))]);
    }

    private static void WriteParameters(XLWorkbook workbook, TrainingHours report, Wording words)
    {
        var sheet = new Sheet(workbook, words["Parameters_Sheet"], [new(words["Parameters_What"], 40), new(words["Parameters_Value"], 60, "dd/mm/yyyy hh:mm")]);
        sheet.Row(words["TrainingHours_From"], report.Filter.From);
        sheet.Row(words["TrainingHours_To"], report.Filter.To);
        sheet.Row(words["TrainingHours_Organisation"], report.Names.Organisation is { } organisation ? words.Of(organisation) : words["TrainingHours_All"]);
        sheet.Row(words["TrainingHours_Funder"], report.Names.Funder is { } funder ? words.Of(funder) : words["TrainingHours_All"]);
        sheet.Row(words["TrainingHours_Theme"], report.Names.Theme is { } theme ? words.Of(theme) : words["TrainingHours_All"]);
        sheet.Row(words["TrainingHours_CutOff"], report.CutOff.DateTime);
        sheet.Row(words["TrainingHours_Author"], report.Author);
        sheet.Row(words["TrainingHours_BalanceYear"], report.BalanceYear);
        sheet.Row(words["TrainingHours_Unsealed"], report.Lacking.UnsealedHalfDays);
        sheet.Row(words["TrainingHours_Pending"], report.Lacking.PendingMinutes);
        foreach (var (key, figure) in Summary(report.Totals, words))
            sheet.Row(words[key], figure);
        sheet.Row(words["TrainingHours_Digest"], report.Digest);
    }

    private static IEnumerable<(string Key, object? Figure)> Summary(TrainingHoursTotals totals, Wording words) =>
    [
        ("Total_Persons", totals.Persons),
        ("Total_Participations", totals.Participations),
        ("Total_Hours", Wording.Minutes(totals.Minutes)),
        ("Total_HoursPerFte", totals.HoursPerFte),
        ("Total_ShareTrained", words.Percent(totals.ShareOfStaffTrained)),
        ("Total_Women", totals.PersonsOf(Gender.F)),
        ("Total_Men", totals.PersonsOf(Gender.M)),
        ("Total_X", totals.PersonsOf(Gender.X)),
        ("Total_NotStated", totals.PersonsOf(Gender.NotStated)),
    ];

    private static void WriteDefinitions(XLWorkbook workbook, Wording words)
    {
        var sheet = new Sheet(workbook, words["Definitions_Sheet"], [new(words["Definitions_Column"], 30), new(words["Definitions_Meaning"], 110)]);
        foreach (var column in TrainingHoursColumns.All)
            sheet.Row(words[$"Column_{column.Key}"], words[$"Definition_{column.Key}"]);
        sheet.Row(words["Total_HoursPerFte"], words["Definition_HoursPerFte"]);
        sheet.Row(words["Total_ShareTrained"], words["Definition_ShareTrained"]);
    }
}
