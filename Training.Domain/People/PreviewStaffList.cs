using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.People;

/// <summary>Says what a staff list would do, row by row, and who would no longer be on it. Nothing is written.</summary>
public sealed class PreviewStaffList(TrainingDbContext db, OfficeClock clock)
{
    public sealed record Request(StaffImportId Import, Reader Reader);

    /// <param name="Report">Nothing while columns are missing.</param>
    public sealed record Preview(
        StaffImport Import, Organisation Employer, TableFile Table, ColumnMap Columns, ImportReport? Report, Refusal? Missing, IReadOnlyList<LeaverLine> Leavers);

    public sealed record LeaverLine(EmploymentId Employment, string Name, string FunctionCode, DateOnly Since);

    /// <summary>The columns that a list may have, in the order in which forms show them.</summary>
    public static IReadOnlyList<Column> Columns => StaffList.Columns;

    /// <summary>The codes that a column takes, where it takes only some.</summary>
    public static IReadOnlyCollection<string>? CodesOf(string column) => column switch
    {
        "Language" => [.. StaffList.Languages.Keys],
        "FundingStatus" => [.. StaffList.Statuses.Keys],
        "Gender" => [.. StaffList.Genders.Keys.Where(code => code != "V")],
        _ => null,
    };

    public async Task<Preview> HandleAsync(Request request, CancellationToken ct)
    {
        var import = await db.StaffImports.AsNoTracking().OfEmployer(request.Reader).Where(i => i.Id == request.Import).OneAsync(ct);
        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == import.OrganisationId).OneAsync(ct);
        var (table, map) = (import.ReadTable(), import.ReadColumns());
        var columns = TableColumns.From(table.Headings, map, StaffList.Columns);
        if (columns.IsRefused)
            return new Preview(import, employer, table, map, null, columns.Refusal, []);

        var list = await StaffList.OfAsync(db, employer, columns.Value, ct);
        // A list of which part is written already says nothing of who has left.
        var leavers = import.Added + import.Changed + import.Unchanged > 0 ? [] : list.LeaversOn(clock.Today, table);
        var report = await list.GoThroughAsync(table, new ImportMode(DryRun: true), ct);
        return new Preview(
            import, employer, table, map, report, null,
            [.. leavers.Select(leaver => new LeaverLine(leaver.Employment.Id, leaver.Person.FullName, leaver.Employment.FunctionCode, leaver.Employment.Start))]);
    }
}
