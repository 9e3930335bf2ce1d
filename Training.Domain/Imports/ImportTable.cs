using Training.Domain.Persistence;

namespace Training.Domain.Imports;

/// <summary>What every import does around its rows: read the file, find the columns, go through the rows, write or not.</summary>
internal static class ImportTable
{
    private const int RowsAtOnce = 250;

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

        return await RunAsync(db, table.Value, found.Value, mode, import, ct, afterwards);
    }

    /// <param name="written">Told after every <see cref="RowsAtOnce"/> rows that were written; without it they are written together.</param>
    public static async Task<ImportReport> RunAsync(
        TrainingDbContext db, TableFile table, TableColumns columns, ImportMode mode, Action<RowReader, ImportReport> import, CancellationToken ct,
        Action<ImportReport>? afterwards = null, Func<int, Task>? written = null)
    {
        var report = new ImportReport();
        foreach (var (index, row) in table.Rows.Select(row => new RowReader(row, columns)).Index())
        {
            report.Go(row, import);
            if (written is not null && (index + 1) % RowsAtOnce == 0)
            {
                await db.SaveChangesAsync(ct);
                await written(index + 1);
            }
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
