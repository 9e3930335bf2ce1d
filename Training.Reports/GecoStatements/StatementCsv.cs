using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Training.Reports.Words;

namespace Training.Reports.GecoStatements;

/// <summary>A statement as a flat file: UTF-8 with a mark, semicolons, minutes as whole numbers, decimals with a point.</summary>
public static class StatementCsv
{
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    public static byte[] Write<TLine>(Statement<TLine> statement, Wording words)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" }))
        {
            foreach (var column in statement.Columns)
                csv.WriteField(words[$"GecoColumn_{column.Key}"]);
            csv.NextRecord();
            foreach (var line in statement.Lines)
            {
                foreach (var column in statement.Columns)
                    csv.WriteField(Disarmed(column.Of(line, words)));
                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    // A spreadsheet takes such a text for a formula; with an apostrophe before it, it is shown as it is.
    private static string Disarmed(object? value) => value switch
    {
        string text when text.Length > 0 && FormulaStarts.Contains(text[0]) => "'" + text,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
