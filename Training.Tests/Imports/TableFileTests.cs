using System.IO.Compression;
using System.Text;
using Shouldly;
using Training.Domain.Imports;
using Training.Reports.StaffLists;
using Xunit;

namespace Training.Tests.Imports;

/// <summary>Files that people send by mistake or on purpose.</summary>
public class TableFileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refuses_a_workbook_that_unpacks_to_a_giant()
    {
        var file = Workbook(new string(' ', 1024 * 1024), times: 220);

        file.Length.ShouldBeLessThan(TableFile.MaxBytes);
        (await ReadAsync(file)).Refusal.ShouldBeOfType<NotATable>();
    }

    [Fact]
    public async Task Refuses_a_workbook_that_lies_about_its_sizes()
    {
        var file = Workbook(new string(' ', 1024 * 1024), times: 220);

        // The directory at the end says how large each part is: every size becomes 1.
        for (var i = 0; i < file.Length - 46; i++)
        {
            if (file.AsSpan(i, 4).SequenceEqual("PK\x01\x02"u8))
                BitConverter.TryWriteBytes(file.AsSpan(i + 24, 4), 1u);
        }

        (await ReadAsync(file)).Refusal.ShouldBeOfType<NotATable>();
    }

    [Fact]
    public async Task Reads_no_entity_of_a_workbook()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "secret", Ct);
        try
        {
            var file = Workbook($"""
                <?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM "file://{secret}">]>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>
                """, times: 1);

            (await ReadAsync(file)).Refusal.ShouldBeOfType<NotATable>();
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task Refuses_more_rows_than_any_list_has()
    {
        var file = Encoding.UTF8.GetBytes("Nom\n" + string.Concat(Enumerable.Repeat("x\n", TableFile.MaxRows + 1)));

        (await ReadAsync(file)).Refusal.ShouldBeOfType<TableTooLarge>();
    }

    [Fact]
    public async Task Refuses_more_columns_than_any_list_has()
    {
        var file = Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, TableFile.MaxColumns + 1)) + "\n");

        (await ReadAsync(file)).Refusal.ShouldBeOfType<TableTooLarge>();
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+1+1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public void Goes_out_with_formulas_as_text(string typed)
    {
        var file = RefusedRowsExcel.Write("Refus", ["Nom"], "Motif", [([typed], "non")]);

        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(file));
        var cell = workbook.Worksheet(1).Cell(2, 1);
        cell.HasFormula.ShouldBeFalse();
        cell.GetString().ShouldBe(typed);
    }

    private static async Task<Training.Domain.Outcome<TableFile>> ReadAsync(byte[] file) => await TableFile.ReadAsync(new MemoryStream(file), Ct);

    private static byte[] Workbook(string sheet, int times)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""", 1);
            Put(zip, "_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""", 1);
            Put(zip, "xl/workbook.xml", """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>""", 1);
            Put(zip, "xl/_rels/workbook.xml.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""", 1);
            Put(zip, "xl/worksheets/sheet1.xml", sheet, times);
        }

        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string content, int times)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        for (var i = 0; i < times; i++)
            writer.Write(content);
    }
}
