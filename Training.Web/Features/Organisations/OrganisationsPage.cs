using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Organisations;

/// <summary>The employers whom the reader answers for.</summary>
public sealed record OrganisationsPage(string? Q, IReadOnlyList<OrganisationsPage.Line> Lines)
{
    public sealed record Line(Organisation Organisation, int Staff);

    public static async Task<OrganisationsPage> FindAsync(TrainingDbContext db, Reader reader, string? q, DateOnly today, CancellationToken ct)
    {
        var words = new SearchWords(q);
        var all = await db.Organisations.AsNoTracking().EmployersOf(reader).OrderBy(o => o.Code).ToListAsync(ct);
        var staff = await db.Employments.Where(e => e.Start <= today && (e.End == null || e.End >= today))
            .GroupBy(e => e.OrganisationId).Select(group => new { group.Key, Count = group.Select(e => e.PersonId).Distinct().Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        return new OrganisationsPage(
            q,
            [.. all.Where(o => words.IsEmpty || words.FoundIn(o.Code, o.Name.Fr, o.Name.Nl, o.EnterpriseNumber?.ToString(), o.EnterpriseNumber?.Digits))
                .Select(o => new Line(o, staff.GetValueOrDefault(o.Id)))]);
    }
}
