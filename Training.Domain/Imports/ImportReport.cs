namespace Training.Domain.Imports;

/// <summary>Something to say about one cell: the physical line, the heading of the column, and why.</summary>
public sealed record ImportNote(int Row, string Column, Refusal Reason);

/// <summary>What an import did, or would do.</summary>
public sealed class ImportReport
{
    private readonly List<ImportNote> _duplicates = [];
    private readonly List<ImportNote> _refused = [];
    private readonly List<ImportNote> _warnings = [];

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public IReadOnlyList<ImportNote> Duplicates => _duplicates;

    public IReadOnlyList<ImportNote> Refused => _refused;

    public IReadOnlyList<ImportNote> Warnings => _warnings;

    public int RefusedRows => _refused.Select(note => note.Row).Distinct().Count();

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
