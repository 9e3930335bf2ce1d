using ClosedXML.Excel;
using Training.Reports.Excel;

namespace Training.Reports.StaffLists;

/// <summary>The rows of a staff list that were refused, under their own headings, with the reasons beside them: corrected, the workbook can be sent as it is.</summary>
public static class RefusedRowsExcel
{
    public static byte[] Write(string name, IReadOnlyList<string> headings, string reason, IEnumerable<(IReadOnlyList<string> Cells, string Reason)> rows)
    {
        using var workbook = new XLWorkbook();
        var sheet = new Sheet(workbook, name, [.. headings.Select(heading => new SheetColumn(heading, 18)), new SheetColumn(reason, 70)]);
        foreach (var row in rows)
            sheet.Row([.. row.Cells, row.Reason]);
        sheet.Filterable();

        using var file = new MemoryStream();
        workbook.SaveAs(file);
        return file.ToArray();
    }
}
