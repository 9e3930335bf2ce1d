using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ExcelDataReader;

namespace Training.Domain.Imports;

/// <summary>
/// A table as organisations send it: text with commas, semicolons or tabs, in UTF-8 or the encoding of older Windows programs, or a
/// workbook. Row numbers are the physical lines of the file, the heading being 1.
/// </summary>
public sealed class TableFile
{
    public const int MaxBytes = 20 * 1024 * 1024;
    public const int MaxRows = 50_000;
    public const int MaxColumns = 200;

    private const long MaxUnpackedBytes = 200L * 1024 * 1024;

    static TableFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private TableFile(IReadOnlyList<string> headings, IReadOnlyList<TableRow> rows) => (Headings, Rows) = (headings, rows);

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>A table that was read before.</summary>
    public static TableFile Of(IReadOnlyList<string> headings, IReadOnlyList<TableRow> rows) => new(headings, rows);

    /// <summary>Reads the whole table, or says why the file is none.</summary>
    public static async Task<Outcome<TableFile>> ReadAsync(Stream file, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await file.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > MaxBytes)
                return new FileTooLarge(MaxBytes / 1024 / 1024);
            bytes.Write(buffer, 0, read);
        }

        return Parse(bytes.ToArray());
    }

    private static Outcome<TableFile> Parse(byte[] bytes)
    {
        if (bytes.Length == 0)
            return new FileEmpty();

        try
        {
            var records = IsZip(bytes) ? Workbook(bytes) : Text(bytes);
            return records is null ? new NotATable() : FromRecords(records);
        }
        catch (Exception e) when (e is InvalidDataException or CsvHelperException or ExcelDataReader.Exceptions.ExcelReaderException or System.Xml.XmlException or ArgumentException)
        {
            return new NotATable();
        }
    }

    private static Outcome<TableFile> FromRecords(List<TableRow> records)
    {
        var filled = records.Where(record => record.Cells.Any(cell => cell.Length > 0)).ToList();
        if (filled.Count == 0)
            return new FileEmpty();
        if (filled.Count - 1 > MaxRows || filled[0].Cells.Count > MaxColumns)
            return new TableTooLarge(MaxRows, MaxColumns);

        return new TableFile(filled[0].Cells, [.. filled.Skip(1)]);
    }

    private static bool IsZip(byte[] bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    private static List<TableRow>? Text(byte[] bytes)
    {
        if (bytes.Contains((byte)0))
            return null;

        var text = Decode(bytes);
        var heading = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is var end && end >= 0 ? end : text.Length);
        var delimiter = heading.Contains('\t') ? "\t" : heading.Count(';') > heading.Count(',') ? ";" : ",";
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            HasHeaderRecord = false,
            BadDataFound = null,
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.Trim,
        };

        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<TableRow>();
        for (var start = 1; rows.Count <= MaxRows + 1 && parser.Read(); start = parser.RawRow + 1)
            rows.Add(new TableRow(start, [.. parser.Record!]));
        return rows;
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }

    private static List<TableRow>? Workbook(byte[] bytes)
    {
        using (var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read))
        {
            // A small file that unpacks to a giant is refused, and what the file says of its own sizes is not believed.
            if (zip.GetEntry("xl/workbook.xml") is null || UnpacksTooLarge(zip))
                return null;
        }

        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        var rows = new List<TableRow>();
        for (var line = 1; rows.Count <= MaxRows + 1 && reader.Read(); line++)
            rows.Add(new TableRow(line, [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MaxColumns + 1)).Select(i => TextOf(reader.GetValue(i)))]));
        return rows;
    }

    private static bool UnpacksTooLarge(ZipArchive zip)
    {
        if (zip.Entries.Sum(entry => entry.Length) > MaxUnpackedBytes)
            return true;

        var (unpacked, buffer) = (0L, new byte[81920]);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                unpacked += read;
                if (unpacked > MaxUnpackedBytes)
                    return true;
            }
        }

        return false;
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!.Trim(),
    };
}

/// <summary>One record, with the physical line on which it starts.</summary>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells);
