namespace Training.Domain.Imports;

/// <summary>Something to say about one cell: the physical line, the heading of the column, and why.</summary>
public sealed record ImportNote(int Row, string Column, Refusal Reason);

/// <summary>What becomes of a row.</summary>
public enum RowVerdict
{
    Added,
    Changed,
    Unchanged,
    Duplicate,
    Refused,
}

/// <summary>A row of the file and what becomes of it; of a changed one, the headings of the columns that change something.</summary>
public sealed record ImportedRow(int Line, RowVerdict Verdict, IReadOnlyList<string> Changes);

/// <summary>What an import did, or would do.</summary>
public sealed class ImportReport
{
    private readonly List<ImportNote> _duplicates = [];
    private readonly List<ImportNote> _refused = [];
    private readonly List<ImportNote> _warnings = [];
    private readonly List<ImportedRow> _rows = [];
    private readonly List<string> _changes = [];

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>Every row in the order of the file.</summary>
    public IReadOnlyList<ImportedRow> Rows => _rows;

    public IReadOnlyList<ImportNote> Duplicates => _duplicates;

    public IReadOnlyList<ImportNote> Refused => _refused;

    public IReadOnlyList<ImportNote> Warnings => _warnings;

    public int RefusedRows => _refused.Select(note => note.Row).Distinct().Count();

    /// <summary>Imports one row and notes what became of it.</summary>
    internal void Go(RowReader row, Action<RowReader, ImportReport> import)
    {
        var before = (Added, Changed, Duplicates: _duplicates.Count);
        _changes.Clear();
        if (row.IsWhole())
            import(row, this);
        Refuse(row.Notes);
        var verdict = row.Notes.Count > 0 ? RowVerdict.Refused
            : _duplicates.Count > before.Duplicates ? RowVerdict.Duplicate
            : Added > before.Added ? RowVerdict.Added
            : Changed > before.Changed ? RowVerdict.Changed
            : RowVerdict.Unchanged;
        _rows.Add(new ImportedRow(row.Line, verdict, [.. _changes]));
    }

    /// <summary>Says, of the row at hand, that a column changes something.</summary>
    internal void Change(string heading) => _changes.Add(heading);

    internal void CountAdded() => Added++;

    internal void CountChanged(bool changed)
    {
        if (changed)
            Changed++;
        else
            Unchanged++;
    }

    internal void Duplicate(int row, int firstRow) => _duplicates.Add(new ImportNote(row, "", new SameAsRow(firstRow)));

    internal void Refuse(IEnumerable<ImportNote> notes) => _refused.AddRange(notes);

    internal void Refuse(int row, string column, Refusal reason) => _refused.Add(new ImportNote(row, column, reason));

    internal void Warn(int row, string column, Refusal reason) => _warnings.Add(new ImportNote(row, column, reason));

    /// <summary>With one bad row a strict import does nothing at all.</summary>
    internal void Withdraw() => Added = Changed = Unchanged = 0;
}

/// <summary>How an import treats its file.</summary>
/// <param name="DryRun">Say what would happen and write nothing.</param>
/// <param name="Strict">Write all rows or none.</param>
public sealed record ImportMode(bool DryRun = false, bool Strict = false);
