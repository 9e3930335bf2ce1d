using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>The staff list of one employer, as its office sends it, read and written in one go.</summary>
public sealed class ImportStaffList(TrainingDbContext db)
{
    public sealed record Request(Stream File, string OrganisationCode, ImportMode Mode);

    public async Task<Outcome<ImportReport>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == request.OrganisationCode, ct) is not { } employer)
            return new UnknownCode(request.OrganisationCode);

        var table = await TableFile.ReadAsync(request.File, ct);
        if (table.IsRefused)
            return table.Refusal;
        var columns = TableColumns.Find(table.Value, StaffList.Columns);
        if (columns.IsRefused)
            return columns.Refusal;

        var list = await StaffList.OfAsync(db, employer, columns.Value, ct);
        return await list.GoThroughAsync(table.Value, request.Mode, ct);
    }
}
