using DocumentFormat.OpenXml.Packaging;
using Shouldly;
using Training.Reports.Reporting;
using Training.Reports.Words;
using Training.Tests.Reports.Pdf;
using Xunit;

namespace Training.Tests.Reports;

public class ReportChartTests
{
    private static readonly Wording French = Wording.In("fr");

    [Fact]
    public void Says_the_same_figures_on_paper_and_in_the_workbook()
    {
        var report = ReportOf(new("Label", ["StaffHours"], new Word("Report_ByCourse")), ("Gestion de l'agressivité", 650, 7), ("Médiation", 1445, 9), ("Médiation", 60, 1));
        var chart = ReportChart.Of(report, French).ShouldNotBeNull();

        chart.Labels.ShouldBe(["Médiation", "Gestion de l'agressivité"]);
        chart.AlternativeText.ShouldContain($"Médiation: {French["Report_Column_StaffHours"]} 25:05");
        using var paper = new PaperReader(ReportPdf.Write(report, French, "École"));
        PaperReader.Words(paper.Elements("Figure").ShouldHaveSingleItem().Data["Alt"]).ShouldBe(chart.AlternativeText);
        var workbook = ReportExcel.Write(report, French);
        WorkbookReading.SheetsOf(workbook)[French["Chart_Sheet"]].Skip(1).Select(row => $"{row[0]} {row[1]}").ShouldBe(["Médiation 1505", "Gestion de l'agressivité 650"]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        document.WorkbookPart!.WorksheetParts.Select(part => part.DrawingsPart).OfType<DrawingsPart>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Draws_no_number_that_is_hidden_from_the_public()
    {
        var report = ReportOf(new("Label", ["Persons"]), ("A", 650, 7), ("B", 1445, 9), ("C", 60, 2));

        var chart = ReportChart.Of(report with { Table = Published.Of(report.Table) }, French).ShouldNotBeNull();

        chart.Labels.ShouldBe(["B", "A"]);
        chart.Series.ShouldHaveSingleItem().Figures.ShouldBe([9, 7]);
        chart.Axis.ShouldBe(French["Report_Column_Persons"]);
    }

    [Fact]
    public void Draws_no_bars_of_what_is_nothing_everywhere() =>
        ReportChart.Of(ReportOf(new("Label", ["StaffHours", "Persons"]), ("A", 650, 0), ("B", 1445, 0)), French).ShouldNotBeNull()
            .Series.ShouldHaveSingleItem().Name.ShouldBe(French["Report_Column_StaffHours"]);

    [Fact]
    public void Is_left_out_where_there_is_nothing_to_compare() =>
        ReportChart.Of(ReportOf(new("Label", ["StaffHours"]), ("A", 650, 7), ("B", 0, 0)), French).ShouldBeNull();

    private static Report ReportOf(ReportDrawing drawing, params (string Name, int Minutes, int Persons)[] rows) => new(
        new ReportQuestion("r3", new(2026, 1, 1), new(2026, 12, 31)),
        new ReportTable(
            [new("Label", CellKind.Text), new("StaffHours", CellKind.Minutes), new("Persons", CellKind.Count, Counts: true)],
            [.. rows.Select((row, number) => new ReportRow($"{number}", new Word("Report_ByCourse"), [row.Name, row.Minutes, row.Persons]))], null)
        {
            Drawing = drawing,
        },
        new(2026, 12, 31, 12, 0, 0, TimeSpan.Zero), "1", "Manager", [], []);
}
