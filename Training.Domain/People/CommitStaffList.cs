using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>Writes a list that was ordered, some hundred rows at a time. Done twice, it finds the first time's rows unchanged.</summary>
public sealed class CommitStaffList(TrainingDbContext db)
{
    /// <param name="Progress">Told how many rows of how many are written.</param>
    public sealed record Request(StaffImportId Import, Func<int, int, Task> Progress);

    public async Task<StaffImport> HandleAsync(Request request, CancellationToken ct)
    {
        var import = await db.StaffImports.AsNoTracking().Where(i => i.Id == request.Import).OneAsync(ct);
        if (import.Status != StaffImportStatus.Queued)
            return import;

        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == import.OrganisationId).OneAsync(ct);
        var table = import.ReadTable();
        await request.Progress(0, table.Rows.Count);
        var columns = TableColumns.From(table.Headings, import.ReadColumns(), StaffList.Columns);
        if (columns.IsRefused)
            return import;

        var list = await StaffList.OfAsync(db, employer, columns.Value, ct);
        var report = await list.GoThroughAsync(table, new ImportMode(), ct, written => request.Progress(written, table.Rows.Count));
        var ended = await EndAsync(import, ct);

        var refused = report.Rows.Where(row => row.Verdict == RowVerdict.Refused).Select(row => row.Line).ToHashSet();
        var stored = await db.StaffImports.Where(i => i.Id == request.Import).OneAsync(ct);
        stored.Written(report, ended, TableFile.Of(table.Headings, [.. table.Rows.Where(row => refused.Contains(row.Line))]));
        await db.SaveChangesAsync(ct);
        await request.Progress(table.Rows.Count, table.Rows.Count);
        return stored;
    }

    private async Task<int> EndAsync(StaffImport import, CancellationToken ct)
    {
        var ended = 0;
        foreach (var leaver in import.ReadLeavers())
        {
            var employment = await db.Employments.Where(e => e.Id == leaver.Employment && e.OrganisationId == import.OrganisationId).OneAsync(ct);
            ended += employment.End is null && !employment.EndOn(leaver.LastDay).IsRefused ? 1 : 0;
        }

        await db.SaveChangesAsync(ct);
        return ended;
    }
}
