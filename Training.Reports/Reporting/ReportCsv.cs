using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Training.Reports.Words;

namespace Training.Reports.Reporting;

/// <summary>A report as a flat file: UTF-8 with a mark, semicolons, minutes as whole numbers, decimals with a point, dates as yyyy-MM-dd.</summary>
public static class ReportCsv
{
    public static byte[] Write(Report report, Wording words)
    {
        var hasGroups = report.Table.Rows.Any(row => row.Group is not null);
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" }))
        {
            if (hasGroups)
                csv.WriteField(words["Report_Group"]);
            foreach (var column in report.Table.Columns)
                csv.WriteField(Cells.FileTitleOf(column, words));
            csv.NextRecord();
            foreach (var (group, cells) in report.Table.Rows.Select(row => (row.Group, row.Cells)).Concat(report.Table.Total is { } total ? [(null, total)] : []))
            {
                if (hasGroups)
                    csv.WriteField(Cells.Flat(group, words));
                foreach (var cell in cells)
                    csv.WriteField(Cells.Flat(cell, words));
                csv.NextRecord();
            }

            // Under the figures, where it shifts no row and no column.
            if (report.Question.IsPublished)
            {
                csv.WriteField($"{words["Report_Publish"]}. {words["Report_PublishedMeans"]}");
                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }
}
