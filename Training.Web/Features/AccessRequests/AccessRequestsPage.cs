using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.Persistence;

namespace Training.Web.Features.AccessRequests;

/// <summary>The requests for access that the reader may decide, and those that were decided last.</summary>
public sealed record AccessRequestsPage(IReadOnlyList<AccessRequestsPage.Line> Open, IReadOnlyList<AccessRequestsPage.Line> Decided)
{
    private const int MaxDecided = 20;

    /// <param name="Employer">As the list has it; nothing when it was typed.</param>
    public sealed record Line(AccessRequest Request, LocalizedText? Employer)
    {
        public string EmployerIn(string language) => Employer?.In(language) ?? Request.EmployerName!;
    }

    public static async Task<AccessRequestsPage> FindAsync(TrainingDbContext db, Reader reader, CancellationToken ct)
    {
        var lines = db.AccessRequests.AsNoTracking().ToDecideBy(reader);
        return new AccessRequestsPage(
            await LinesAsync(db, lines.Where(r => r.DecidedAt == null).OrderBy(r => r.AskedAt), ct),
            await LinesAsync(db, lines.Where(r => r.DecidedAt != null).OrderByDescending(r => r.DecidedAt).Take(MaxDecided), ct));
    }

    internal static async Task<List<Line>> LinesAsync(TrainingDbContext db, IQueryable<AccessRequest> requests, CancellationToken ct)
    {
        var found = await requests.ToListAsync(ct);
        var ids = found.Select(request => request.OrganisationId).OfType<OrganisationId>().Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return found.ConvertAll(request => new Line(request, request.OrganisationId is { } employer ? names[employer] : null));
    }
}
