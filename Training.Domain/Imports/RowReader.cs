using System.Globalization;
using System.Net.Mail;
using Training.Domain.People;

namespace Training.Domain.Imports;

/// <summary>A column: the name by which code asks for it, and the headings under which organisations send it.</summary>
public sealed record Column(string Name, params string[] Headings)
{
    /// <summary>A list may lack it; what is known then stays.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>The columns of a table, found by their headings in any order, whatever their case and accents.</summary>
public sealed class TableColumns
{
    private readonly Dictionary<string, (int Index, string Heading)> _byName = [];

    private readonly IReadOnlyList<string> _headings;

    private TableColumns(IReadOnlyList<string> headings) => _headings = headings;

    public int Width => _headings.Count;

    /// <summary>The columns whose headings are known, or those that are missing.</summary>
    public static Outcome<TableColumns> Find(TableFile table, params Column[] columns) =>
        From(table.Headings, ColumnMap.Exact(table.Headings, columns), columns);

    /// <summary>The columns that a map names, or those that it leaves out.</summary>
    public static Outcome<TableColumns> From(IReadOnlyList<string> headings, ColumnMap map, params Column[] columns)
    {
        var found = new TableColumns(headings);
        var missing = new List<string>();
        foreach (var column in columns)
        {
            if (map.IndexOf(column.Name) is { } index && index < headings.Count)
                found._byName[column.Name] = (index, headings[index]);
            else if (!column.IsOptional)
                missing.Add(column.Headings.FirstOrDefault(column.Name));
        }

        return missing.Count > 0 ? new ColumnsMissing(string.Join(", ", missing)) : found;
    }

    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>Where a column stands, or nothing when the table lacks an optional one.</summary>
    public (int Index, string Heading)? this[string name] => _byName.TryGetValue(name, out var found) ? found : null;

    public IEnumerable<string> NamesOf(string heading) => _byName.Where(column => column.Value.Heading == heading).Select(column => column.Key);

    internal string HeadingAt(int index) => index < _headings.Count && !NationalNumberDetector.IsIn(_headings[index]) ? _headings[index] : "";
}

/// <summary>Reads the cells of one row and collects everything that is wrong with them, so that all of it is told at once.</summary>
public sealed class RowReader
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy"];

    private readonly List<ImportNote> _notes = [];
    private readonly TableRow _row;
    private readonly TableColumns _columns;

    /// <summary>Wherever a national register number stands, in a column that is read or not, the row is refused and the number forgotten.</summary>
    public RowReader(TableRow row, TableColumns columns)
    {
        _columns = columns;
        var cells = row.Cells.ToArray();
        foreach (var (index, cell) in row.Cells.Index().Where(cell => cell.Item == NationalNumberDetector.Removed || NationalNumberDetector.IsIn(cell.Item)))
        {
            cells[index] = "";
            _notes.Add(new ImportNote(row.Line, columns.HeadingAt(index), new NationalNumberFound()));
        }

        _row = new TableRow(row.Line, cells);
    }

    public int Line => _row.Line;

    public IReadOnlyList<ImportNote> Notes => _notes;

    public bool IsGood => _notes.Count == 0;

    /// <summary>False, with its reason noted, for a row that has fewer cells than the heading.</summary>
    public bool IsWhole()
    {
        if (_row.Cells.Count >= _columns.Width)
            return true;

        _notes.Add(new ImportNote(_row.Line, "", new RowTooShort(_columns.Width, _row.Cells.Count)));
        return false;
    }

    public string HeadingOf(string column) => _columns[column]?.Heading ?? column;

    /// <summary>Whether the table has this column at all.</summary>
    public bool Has(string column) => _columns.Has(column);

    /// <summary>A cell as text without control characters.</summary>
    public string Text(string column, int maxLength, bool required = true)
    {
        var text = Raw(column);
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
        var heading = HeadingOf(column);
        if (!_notes.Exists(note => note.Column == heading))
            _notes.Add(new ImportNote(_row.Line, heading, reason));
        return otherwise;
    }

    public string Raw(string column)
    {
        return _columns[column]?.Index is { } index && index < _row.Cells.Count ? new string([.. _row.Cells[index].Where(c => c is '\n' or '\t' || !char.IsControl(c))]).Trim() : "";
    }

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
