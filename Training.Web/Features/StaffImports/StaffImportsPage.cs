using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Web.Features.StaffImports;

/// <summary>Where a list is sent, for which employers, and what was sent before.</summary>
public sealed record StaffImportsPage(IReadOnlyList<StaffImportsPage.Employer> Employers, OrganisationId? Chosen, IReadOnlyList<StaffImportsPage.Line> Before)
{
    private const int MaxShown = 20;

    public sealed record Employer(OrganisationId Id, string Code, LocalizedText Name);

    public sealed record Line(StaffImport Import, LocalizedText Employer);

    public static async Task<StaffImportsPage> FindAsync(TrainingDbContext db, Reader reader, Guid? organisation, CancellationToken ct)
    {
        var employers = await db.Organisations.AsNoTracking().EmployersOf(reader).OrderBy(o => o.Code)
            .Select(o => new Employer(o.Id, o.Code, o.Name)).ToListAsync(ct);
        var before = await (
            from import in db.StaffImports.AsNoTracking().OfEmployer(reader)
            join employer in db.Organisations on import.OrganisationId equals employer.Id
            orderby import.SentAt descending
            select new { Import = import, employer.Name }).Take(MaxShown).ToListAsync(ct);

        var chosen = employers.Count == 1 ? employers[0] : employers.Find(employer => employer.Id.Value == organisation);
        return new StaffImportsPage(employers, chosen?.Id, [.. before.Select(row => new Line(row.Import, row.Name))]);
    }
}
