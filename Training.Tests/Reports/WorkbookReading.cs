using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Training.Tests.Reports;

/// <summary>Reads a workbook back with a library that did not write it.</summary>
internal static class WorkbookReading
{
    private const int PersonColumn = 1;
    private const int AttendedColumn = 12;

    static WorkbookReading() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The sheets by name, each a list of rows of cells as they are stored: texts, numbers, dates.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<object?[]>> SheetsOf(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var sheets = new Dictionary<string, IReadOnlyList<object?[]>>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            sheets.Add(reader.Name, rows);
        }
        while (reader.NextResult());

        return sheets;
    }

    /// <summary>Attended minutes on the line of one person in the training-hours report.</summary>
    public static int MinutesOf(byte[] workbook, string person) => SheetsOf(workbook).Values.First()
        .Where(row => row[PersonColumn] as string == person)
        .Select(row => Convert.ToInt32(row[AttendedColumn], CultureInfo.InvariantCulture)).Single();
}
