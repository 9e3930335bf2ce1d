using System.Globalization;
using System.Net.Mail;
using Training.Domain.People;

namespace Training.Domain.Imports;

/// <summary>A column: the name by which code asks for it, and the headings under which organisations send it.</summary>
public sealed record Column(string Name, params string[] Headings);

/// <summary>The columns of a table, found by their headings in any order, whatever their case and accents.</summary>
public sealed class TableColumns
{
    private readonly Dictionary<string, (int Index, string Heading)> _byName = [];

    private TableColumns(int width) => Width = width;

    public int Width { get; }

    public static Outcome<TableColumns> Find(TableFile table, params Column[] columns)
    {
        var found = new TableColumns(table.Headings.Count);
        var headings = table.Headings.Select(Plain).ToList();
        var missing = new List<string>();
        foreach (var column in columns)
        {
            var index = headings.FindIndex(heading => column.Headings.Append(column.Name).Any(known => Plain(known) == heading));
            if (index >= 0)
                found._byName[column.Name] = (index, table.Headings[index]);
            else
                missing.Add(column.Headings.FirstOrDefault(column.Name));
        }

        return missing.Count > 0 ? new ColumnsMissing(string.Join(", ", missing)) : found;
    }

    public (int Index, string Heading) this[string name] => _byName[name];

    private static string Plain(string heading) => new([.. heading.Trim().ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not (' ' or '-' or '_'))]);
}

/// <summary>Reads the cells of one row and collects everything that is wrong with them, so that all of it is told at once.</summary>
public sealed class RowReader(TableRow row, TableColumns columns)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy"];

    private readonly List<ImportNote> _notes = [];

    public int Line => row.Line;

    public IReadOnlyList<ImportNote> Notes => _notes;

    public bool IsGood => _notes.Count == 0;

    /// <summary>False, with its reason noted, for a row that has fewer cells than the heading.</summary>
    public bool IsWhole()
    {
        if (row.Cells.Count >= columns.Width)
            return true;

        _notes.Add(new ImportNote(row.Line, "", new RowTooShort(columns.Width, row.Cells.Count)));
        return false;
    }

    public string HeadingOf(string column) => columns[column].Heading;

    /// <summary>A cell as text without control characters; a national register number in it is refused, and never repeated.</summary>
    public string Text(string column, int maxLength, bool required = true)
    {
        var text = Raw(column);
        if (NationalNumberDetector.IsIn(text))
            return Note(column, new NationalNumberFound(), "");
        if (required && text.Length == 0)
            return Note(column, new ValueMissing(), "");
        return text.Length > maxLength ? Note(column, new TooLong(maxLength), "") : text;
    }

    public decimal Fraction(string column) =>
        Decimal(Raw(column)) is { } value and > 0 and <= 1 ? value : Note(column, new NotAFraction(Raw(column)), 1m);

    public decimal Number(string column) =>
        Decimal(Raw(column)) is { } value and >= 0 ? value : Note(column, new NotANumber(Raw(column)), 0m);

    public decimal? OptionalNumber(string column) => Raw(column).Length == 0 ? null : Number(column);

    public int Whole(string column, int min, int max) =>
        int.TryParse(Raw(column), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : Note(column, new NotANumber(Raw(column)), min);

    public int? OptionalWhole(string column, int min, int max) => Raw(column).Length == 0 ? null : Whole(column, min, max);

    public DateOnly Date(string column) =>
        DateOnly.TryParseExact(Raw(column), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Note(column, new NotADate(Raw(column)), DateOnly.MinValue);

    public TimeOnly Time(string column) =>
        TimeOnly.TryParseExact(Raw(column), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : Note(column, new NotATime(Raw(column)), TimeOnly.MinValue);

    public string? OptionalEmail(string column, int maxLength)
    {
        var text = Text(column, maxLength, required: false);
        if (text.Length == 0)
            return null;
        return MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.')
            ? text.ToLowerInvariant()
            : Note<string?>(column, new NotAnAddress(text), null);
    }

    /// <summary>A code that the given table of codes turns into a value.</summary>
    public T Code<T>(string column, IReadOnlyDictionary<string, T> codes, T otherwise) =>
        codes.TryGetValue(Raw(column), out var value) ? value : Note(column, new UnknownCode(Raw(column)), otherwise);

    public string Known(string column, IReadOnlySet<string> codes) =>
        codes.Contains(Raw(column)) ? Raw(column) : Note(column, new UnknownCode(Raw(column)), "");

    public T Note<T>(string column, Refusal reason, T otherwise)
    {
        _notes.Add(new ImportNote(row.Line, columns[column].Heading, reason));
        return otherwise;
    }

    public string Raw(string column)
    {
        var index = columns[column].Index;
        return index < row.Cells.Count ? new string([.. row.Cells[index].Where(c => c is '\n' or '\t' || !char.IsControl(c))]).Trim() : "";
    }

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
