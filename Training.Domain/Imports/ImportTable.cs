using Training.Domain.Persistence;

namespace Training.Domain.Imports;

/// <summary>What every import does around its rows: read the file, find the columns, go through the rows, write or not.</summary>
internal static class ImportTable
{
    public static readonly IReadOnlyDictionary<string, bool> YesNo = new Dictionary<string, bool> { ["Y"] = true, ["N"] = false };

    public static async Task<Outcome<ImportReport>> RunAsync(
        TrainingDbContext db, Stream file, ImportMode mode, Column[] columns, Action<RowReader, ImportReport> import, CancellationToken ct,
        Action<ImportReport>? afterwards = null)
    {
        var table = await TableFile.ReadAsync(file, ct);
        if (table.IsRefused)
            return table.Refusal;
        var found = TableColumns.Find(table.Value, columns);
        if (found.IsRefused)
            return found.Refusal;

        var report = new ImportReport();
        foreach (var row in table.Value.Rows.Select(row => new RowReader(row, found.Value)))
        {
            if (row.IsWhole())
                import(row, report);
            report.Refuse(row.Notes);
        }

        afterwards?.Invoke(report);
        if (mode.Strict && report.Refused.Count > 0)
            report.Withdraw();
        else if (!mode.DryRun)
            await db.SaveChangesAsync(ct);

        db.ChangeTracker.Clear();
        return report;
    }
}
