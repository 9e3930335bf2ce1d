using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Domain.TimeRelease;

namespace Training.Reports.GecoStatements;

internal static class EmployerOf
{
    /// <summary>The employer with a code, unless it lies outside what the reader may see: then it is not there.</summary>
    public static Task<Organisation> FindAsync(TrainingDbContext db, string code, Reader reader, CancellationToken ct) =>
        db.Organisations.AsNoTracking().Where(o => o.Code == code && (reader.SeesEverything || reader.Organisations.Contains(o.Id))).OneAsync(ct);

    public static async Task<StatementEmployer> HeadingAsync(TrainingDbContext db, Organisation employer, DateOnly on, CancellationToken ct)
    {
        var adoption = await db.SchemeAdoptions.AsNoTracking()
            .Where(a => a.OrganisationId == employer.Id && a.Scheme == Schemes.GecoLocal && a.From <= on && (a.To == null || a.To >= on))
            .OrderByDescending(a => a.From).FirstOrDefaultAsync(ct);
        return new StatementEmployer(employer.Code, employer.Name, employer.EnterpriseNumber?.ToString(), adoption?.Document, adoption?.From);
    }
}
