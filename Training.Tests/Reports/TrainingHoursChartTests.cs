using System.Buffers.Binary;
using DocumentFormat.OpenXml.Packaging;
using Shouldly;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Reports.Charts;
using Training.Reports.Reporting;
using Training.Reports.TrainingHours;
using Training.Reports.Words;
using Training.Tests.Reports.Pdf;
using Xunit;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Training.Tests.Reports;

public class TrainingHoursChartTests
{
    private static readonly Wording French = Wording.In("fr");

    [Fact]
    public void Says_the_figures_of_the_report_on_paper_and_in_the_workbook()
    {
        var report = ReportOf(("A", 650, 180), ("B", 1445, 0));
        var chart = ReportChart.Of(report, French)!;

        chart.Labels.ShouldBe(["Organisation B", "Organisation A"]);
        chart.AlternativeText.ShouldContain($"Organisation A: {French["Report_Column_StaffHours"]} 10:50, {French["Report_Column_ExchangeHours"]} 3:00");
        chart.AlternativeText.ShouldContain($"Organisation B: {French["Report_Column_StaffHours"]} 24:05");

        using var paper = new PaperReader(ReportPdf.Write(report, French, "École"));
        PaperReader.Words(paper.Elements("Figure").ShouldHaveSingleItem().Data["Alt"]).ShouldBe(chart.AlternativeText);
        paper.UnmarkedOperations().ShouldBeEmpty();

        var workbook = ReportExcel.Write(report, French);
        var rows = WorkbookReading.SheetsOf(workbook)[French["Chart_Sheet"]];
        rows.Select(row => $"{row[0]} {row[1]} {row[2]}").Skip(1).ShouldBe(["Organisation B 1445 0", "Organisation A 650 180"]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        document.WorkbookPart!.WorksheetParts.Select(part => part.DrawingsPart).OfType<DrawingsPart>().ShouldHaveSingleItem()
            .WorksheetDrawing.Descendants<Xdr.NonVisualDrawingProperties>().ShouldHaveSingleItem().Description!.Value.ShouldBe(chart.AlternativeText);
    }

    [Fact]
    public void Puts_those_with_the_fewest_hours_together_and_loses_no_minute()
    {
        var report = ReportOf([.. Enumerable.Range(1, 40).Select(number => ($"{number:00}", number * 7, number % 3))]);

        var chart = ReportChart.Of(report, French)!;

        chart.Labels.Count.ShouldBe(BarChart.MostBars);
        chart.Labels[0].ShouldBe("Organisation 40");
        chart.Labels[^1].ShouldBe("29 autres");
        Math.Round(chart.Series[0].Values.Sum() * 60).ShouldBe((int)report.Table.Total![11]!);
        Math.Round(chart.Series[1].Values.Sum() * 60).ShouldBe((int)report.Table.Total![12]!);
    }

    [Fact]
    public void Needs_no_second_bar_where_there_are_no_exchanges() =>
        ReportChart.Of(ReportOf(("A", 650, 0), ("B", 10, 0)), French)!.Series.ShouldHaveSingleItem();

    [Fact]
    public void Is_told_apart_without_colour_and_stands_out_on_light_and_dark_pages()
    {
        BarLook.First.IsStriped.ShouldNotBe(BarLook.Second.IsStriped);
        foreach (var look in new[] { BarLook.First, BarLook.Second })
        {
            foreach (var page in new[] { Training.Reports.Pdf.Color.White, new Training.Reports.Pdf.Color(0x1A, 0x24, 0x26) })
                ContrastOf(look.Color, page).ShouldBeGreaterThan(3);
        }
    }

    [Fact]
    public void Is_drawn_the_same_each_time_and_as_large_as_it_says()
    {
        var chart = ReportChart.Of(ReportOf(("A", 650, 180), ("B", 1445, 0)), French)!;

        var picture = ChartPicture.Png(chart);

        picture.ShouldBe(ChartPicture.Png(chart));
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20)));
        (width, height).ShouldBe((ChartPicture.Width * 2, ChartPicture.HeightOf(chart) * 2));
    }

    private static Report ReportOf(params (string Code, int Minutes, int Exchange)[] organisations) => new(
        new ReportQuestion("r8", new(2026, 1, 1), new(2026, 12, 31)),
        TrainingHoursReport.ByPerson([.. organisations.Select(organisation => new TrainingHoursLine(
            new ParticipantTraits(
                PersonId.New().Value, "Aline Peeters", Gender.F, null, "SOCIAL", LocalizedText.Empty, null, organisation.Code,
                new LocalizedText($"Organisation {organisation.Code}", $"Organisatie {organisation.Code}"), OrganisationType.Association, null, "SOCIAL", LocalizedText.Empty, IsPublic: false, null, 1),
            null, 0, 0, 0, 0, 0, null, organisation.Minutes, organisation.Exchange, 1, 0, 0))]),
        Paper.Created, "1", "Auteur", [], []);

    private static double ContrastOf(Training.Reports.Pdf.Color one, Training.Reports.Pdf.Color other)
    {
        var (dark, light) = (Math.Min(LightOf(one), LightOf(other)), Math.Max(LightOf(one), LightOf(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double LightOf(Training.Reports.Pdf.Color color)
    {
        return 0.2126 * Part(color.Red) + 0.7152 * Part(color.Green) + 0.0722 * Part(color.Blue);

        static double Part(byte part) => part / 255.0 <= 0.04045 ? part / 255.0 / 12.92 : Math.Pow((part / 255.0 + 0.055) / 1.055, 2.4);
    }
}
