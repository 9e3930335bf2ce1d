using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Courses;
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
            await LinesOf(db, lines.Where(r => r.DecidedAt == null).OrderBy(r => r.AskedAt)).ToListAsync(ct),
            await LinesOf(db, lines.Where(r => r.DecidedAt != null).OrderByDescending(r => r.DecidedAt).Take(MaxDecided)).ToListAsync(ct));
    }

    internal static IQueryable<Line> LinesOf(TrainingDbContext db, IQueryable<AccessRequest> requests) =>
        requests.Select(request => new Line(request, db.Organisations.Where(o => o.Id == request.OrganisationId).Select(o => o.Name).SingleOrDefault()));
}
