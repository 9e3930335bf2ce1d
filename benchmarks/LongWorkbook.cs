using System.Globalization;
using System.IO.Compression;
using System.Security;
using ClosedXML.Excel;
using Training.Reports.Excel;
using Training.Reports.Reporting;
using Training.Reports.Words;

namespace Training.Benchmarks;

/// <summary>An export of 100,000 rows of fifteen columns as the product streams it, beside ClosedXML and beside the XML written by hand.</summary>
internal static class LongWorkbook
{
    private const int Rows = 100_000;
    private const int Columns = 15;
    private const int Rounds = 3;

    private static readonly Wording Words = Wording.In("fr");

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        var report = Make();
        var (streamed, bare) = (new List<double>(), new List<double>());
        var (streamedSize, bareSize) = (ReportExcel.Write(report, Words).Length, WriteBare(report).Length);
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            streamed.Add(await Times.MillisecondsAsync(() => Task.FromResult(ReportExcel.Write(report, Words))));
            bare.Add(await Times.MillisecondsAsync(() => Task.FromResult(WriteBare(report))));
        }

        // Once: it takes long, and no round makes it ten times faster.
        var styled = await Times.MillisecondsAsync(() => Task.FromResult(WriteStyled(report)));
        return
        [
            new("workbook-streamed-to-bare", streamed.Min(), "ms", bare.Min()),
            new("workbook-streamed-to-closedxml", streamed.Min(), "ms", styled),
            new("workbook-size", streamedSize / 1000.0, "kB", bareSize / 1000.0),
        ];
    }

    // Five texts, five whole numbers, five decimals in a row.
    private static Report Make()
    {
        ReportColumn[] columns = [.. Enumerable.Range(0, Columns).Select(index => index < 5
            ? new ReportColumn("Organisation", CellKind.Text)
            : new ReportColumn("Persons", index < 10 ? CellKind.Count : CellKind.Number))];
        var rows = Enumerable.Range(0, Rows).Select(row => new ReportRow(
            row.ToString(CultureInfo.InvariantCulture), null, [.. columns.Select((column, index) => Cell(column.Kind, row, index))]));
        return new Report(
            new ReportQuestion("r5", new(2026, 1, 1), new(2026, 12, 31)), new ReportTable(columns, [.. rows], null), new(2026, 12, 31, 12, 0, 0, TimeSpan.Zero), "benchmark", "benchmark", [], []);
    }

    private static object Cell(CellKind kind, int row, int index) => kind switch
    {
        CellKind.Text => $"Maison de quartier {row % (100 + index)}",
        CellKind.Count => row % 1000 + index,
        _ => Math.Round(row / 7m + index, 2),
    };

    private static byte[] WriteStyled(Report report)
    {
        using var workbook = new XLWorkbook();
        var sheet = new Sheet(workbook, "Figures", [.. report.Table.Columns.Select(column => new SheetColumn(column.Key, 14))]);
        foreach (var row in report.Table.Rows)
            sheet.Row([.. row.Cells]);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    /// <summary>One sheet, no style, no shared text.</summary>
    private static byte[] WriteBare(Report report)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Put(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Put(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Put(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Figures" sheetId="1" r:id="r1"/></sheets></workbook>""");
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
            writer.Write("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
            foreach (var row in report.Table.Rows)
            {
                writer.Write("<row>");
                foreach (var cell in row.Cells)
                    writer.Write(cell is string text ? $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>" : string.Create(CultureInfo.InvariantCulture, $"<c><v>{cell}</v></c>"));
                writer.Write("</row>");
            }

            writer.Write("</sheetData></worksheet>");
        }

        return stream.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write(content);
    }
}
