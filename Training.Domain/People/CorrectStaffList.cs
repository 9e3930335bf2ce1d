using Training.Domain.Imports;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>The office puts a waiting list right: which column is which, or what a cell says.</summary>
public sealed class CorrectStaffList(TrainingDbContext db)
{
    /// <param name="Columns">For each column the index of its heading in the file, or nothing to leave the columns as they are.</param>
    public sealed record Request(StaffImportId Import, IReadOnlyDictionary<string, int>? Columns, IReadOnlyList<Cell> Cells, Reader Reader);

    /// <param name="Line">The row's line in the file.</param>
    /// <param name="Index">The column's place in the file, from 0.</param>
    public sealed record Cell(int Line, int Index, string Text);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var import = await db.StaffImports.OfEmployer(request.Reader).Where(i => i.Id == request.Import).OneAsync(ct);
        if (!import.IsOpen)
            return new StaffListClosed();

        if (request.Columns is { } chosen)
        {
            if (chosen.Values.GroupBy(index => index).FirstOrDefault(same => same.Count() > 1) is { } twice)
                return new ColumnChosenTwice(import.ReadTable().Headings[twice.Key]);
            import.Recognise(new ColumnMap(chosen, []));
        }

        if (request.Cells.Count > 0)
            import.Keep(Corrected(import.ReadTable(), request.Cells));
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }

    private static TableFile Corrected(TableFile table, IReadOnlyList<Cell> cells)
    {
        var byLine = cells.ToLookup(cell => cell.Line);
        return ReceiveStaffList.WithoutNationalNumbers(TableFile.Of(table.Headings, [.. table.Rows.Select(row =>
        {
            var changed = row.Cells.ToArray();
            foreach (var cell in byLine[row.Line])
            {
                // A row that was too short grows to the cell that somebody filled in.
                if (cell.Index >= table.Headings.Count)
                    continue;
                if (cell.Index >= changed.Length)
                    changed = [.. changed, .. Enumerable.Repeat("", table.Headings.Count - changed.Length)];
                changed[cell.Index] = cell.Text;
            }

            return row with { Cells = changed };
        })]));
    }
}
