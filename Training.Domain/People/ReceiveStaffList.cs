using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.People;

/// <summary>
/// Takes in a staff list that somebody sent and recognises its columns; nothing of it counts yet. A list of the same employer that nobody
/// finished makes way, and so do lists that waited too long.
/// </summary>
public sealed class ReceiveStaffList(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(Stream File, string FileName, OrganisationId Organisation, Reader Reader);

    public async Task<Outcome<StaffImportId>> HandleAsync(Request request, CancellationToken ct)
    {
        var employer = await db.Organisations.AsNoTracking().EmployersOf(request.Reader).Where(o => o.Id == request.Organisation).OneAsync(ct);
        if (NationalNumberDetector.IsIn(request.FileName))
            return new NationalNumberInFileName();

        var table = await TableFile.ReadAsync(request.File, ct);
        if (table.IsRefused)
            return table.Refusal;

        var tooOld = clock.Now.AddDays(-StaffImport.DaysKept);
        foreach (var waiting in await db.StaffImports.Where(i => i.Status == StaffImportStatus.Open && (i.OrganisationId == employer.Id || i.SentAt < tooOld)).ToListAsync(ct))
            waiting.GiveUp();

        var clean = WithoutNationalNumbers(table.Value);
        var name = Path.GetFileName(request.FileName);
        var import = new StaffImport(
            employer.Id, name.Length > StaffImport.FileNameMaxLength ? name[^StaffImport.FileNameMaxLength..] : name,
            clean, ColumnMap.Guess(clean.Headings, StaffList.Columns), current.Actor.Name, clock.Now);
        db.Add(import);
        await db.SaveChangesAsync(ct);
        return import.Id;
    }

    internal static TableFile WithoutNationalNumbers(TableFile table)
    {
        static IReadOnlyList<string> Clean(IReadOnlyList<string> cells) =>
            cells.Any(NationalNumberDetector.IsIn) ? [.. cells.Select(cell => NationalNumberDetector.IsIn(cell) ? NationalNumberDetector.Removed : cell)] : cells;

        return TableFile.Of(Clean(table.Headings), [.. table.Rows.Select(row => row with { Cells = Clean(row.Cells) })]);
    }
}
