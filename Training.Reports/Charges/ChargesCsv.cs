using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Training.Reports.Words;

namespace Training.Reports.Charges;

/// <summary>One charge line as the accounting system receives it; what falls away is a line of its own, below zero.</summary>
public sealed record ChargeRow(
    Guid Line, DateOnly Date, string Kind, decimal AmountEur, string EmployerCode, string Employer, string? EnterpriseNumber, string? BillingEntity,
    string? OrderNumber, string Session, string Course, string Person, string? Reason);

/// <summary>Charges for the accounting system: UTF-8 with a mark, semicolons, amounts with a decimal point.</summary>
public static class ChargesCsv
{
    private static readonly string[] Columns =
        ["Line", "Date", "Kind", "Amount", "EmployerCode", "Employer", "EnterpriseNumber", "BillingEntity", "OrderNumber", "Session", "Course", "Person", "Reason"];

    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    public static byte[] Write(IEnumerable<ChargeRow> rows, Wording words)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" }))
        {
            foreach (var column in Columns)
                csv.WriteField(words[$"ChargeColumn_{column}"]);
            csv.NextRecord();
            foreach (var row in rows)
            {
                csv.WriteField(row.Line.ToString());
                csv.WriteField(row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                csv.WriteField(words[$"ChargeKind_{row.Kind}"]);
                csv.WriteField(row.AmountEur.ToString("0.00", CultureInfo.InvariantCulture));
                foreach (var text in new[] { row.EmployerCode, row.Employer, row.EnterpriseNumber, row.BillingEntity, row.OrderNumber, row.Session, row.Course, row.Person, row.Reason })
                    csv.WriteField(Disarmed(text));
                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    // A spreadsheet takes such a text for a formula; with an apostrophe before it, it is shown as it is.
    private static string Disarmed(string? text) => text is { Length: > 0 } && FormulaStarts.Contains(text[0]) ? "'" + text : text ?? "";
}
