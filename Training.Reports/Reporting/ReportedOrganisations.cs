using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Organisations;
using Training.Domain.Persistence;

namespace Training.Reports.Reporting;

/// <summary>The employers of whose staff a report tells: the one that is asked for, or all that the reader may see.</summary>
internal static class ReportedOrganisations
{
    public static async Task<IReadOnlyList<Organisation>> FindAsync(TrainingDbContext db, ReportContext context, CancellationToken ct)
    {
        var (code, reader) = (context.Question.Organisation, context.Reader);
        var found = await db.Organisations.AsNoTracking()
            .Where(o => (reader.SeesEverything || reader.Organisations.Contains(o.Id)) && (code == null || o.Code == code)).ToListAsync(ct);
        return code is not null && found.Count == 0 ? throw new NotFoundException(nameof(Organisation)) : found;
    }
}
