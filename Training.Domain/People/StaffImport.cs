using System.Text.Json;
using Training.Domain.Imports;
using Training.Domain.Organisations;

namespace Training.Domain.People;

public readonly record struct StaffImportId(Guid Value) : IId<StaffImportId>
{
    public static StaffImportId New() => new(Guid.CreateVersion7());

    public static StaffImportId From(Guid value) => new(value);
}

public enum StaffImportStatus
{
    /// <summary>Somebody looks at what it would do, and corrects it.</summary>
    Open,

    /// <summary>It is being written in the background.</summary>
    Queued,

    /// <summary>Every row is in, or was given up.</summary>
    Done,
}

/// <summary>Somebody who is no longer on the list and whose work is to end on a day that the office gave.</summary>
public sealed record Leaver(EmploymentId Employment, DateOnly LastDay);

/// <summary>
/// A staff list that was sent and not yet written. Its rows are kept only until they are in; of a row that holds a national register
/// number, the cell is kept without it. What was written leaves here, what was refused stays until it is corrected or given up.
/// </summary>
public sealed class StaffImport
{
    public const int FileNameMaxLength = 200;

    /// <summary>Rows that nobody came back to are thrown away after so many days.</summary>
    public const int DaysKept = 14;

    private StaffImport() => (FileName, SentBy, Rows, Columns, Leavers) = ("", "", "", "", "");

    public StaffImport(OrganisationId organisation, string fileName, TableFile table, ColumnMap columns, string by, DateTimeOffset now) : this()
    {
        (Id, OrganisationId, FileName, SentBy, SentAt) = (StaffImportId.New(), organisation, fileName, by, now);
        Columns = JsonSerializer.Serialize(columns);
        Leavers = "[]";
        Keep(table);
    }

    public StaffImportId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public string FileName { get; private set; }

    public string SentBy { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public StaffImportStatus Status { get; private set; }

    /// <summary>JSON: the headings and the rows that still wait.</summary>
    public string Rows { get; private set; }

    /// <summary>JSON: which column of the file is which.</summary>
    public string Columns { get; private set; }

    /// <summary>JSON: the leavers whom the office confirmed.</summary>
    public string Leavers { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Ended { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => Status == StaffImportStatus.Open;

    public TableFile ReadTable() => Rows.Length == 0 ? TableFile.Of([], []) : JsonSerializer.Deserialize<StoredTable>(Rows)!.AsTable();

    public ColumnMap ReadColumns() => JsonSerializer.Deserialize<ColumnMap>(Columns)!;

    public IReadOnlyList<Leaver> ReadLeavers() => JsonSerializer.Deserialize<List<Leaver>>(Leavers)!;

    /// <summary>The office says itself which column is which.</summary>
    public void Recognise(ColumnMap columns)
    {
        Columns = JsonSerializer.Serialize(columns);
        Version++;
    }

    public void Keep(TableFile table)
    {
        Rows = JsonSerializer.Serialize(StoredTable.Of(table));
        Version++;
    }

    public void Queue(IReadOnlyList<Leaver> leavers)
    {
        Leavers = JsonSerializer.Serialize(leavers);
        Status = StaffImportStatus.Queued;
        Version++;
    }

    /// <summary>What was written is counted and forgotten; the refused rows stay for another try.</summary>
    public void Written(ImportReport report, int ended, TableFile refused)
    {
        (Added, Changed, Unchanged, Ended) = (Added + report.Added, Changed + report.Changed, Unchanged + report.Unchanged, Ended + ended);
        Leavers = "[]";
        Keep(refused);
        if (refused.Rows.Count == 0)
            GiveUp();
        else
            Status = StaffImportStatus.Open;
    }

    /// <summary>Whatever still waits is thrown away.</summary>
    public void GiveUp()
    {
        (Status, Rows, Leavers) = (StaffImportStatus.Done, "", "[]");
        Version++;
    }

    private sealed record StoredTable(IReadOnlyList<string> Headings, IReadOnlyList<StoredRow> Rows)
    {
        public static StoredTable Of(TableFile table) => new(table.Headings, [.. table.Rows.Select(row => new StoredRow(row.Line, row.Cells))]);

        public TableFile AsTable() => TableFile.Of(Headings, [.. Rows.Select(row => new TableRow(row.Line, row.Cells))]);
    }

    private sealed record StoredRow(int Line, IReadOnlyList<string> Cells);
}
