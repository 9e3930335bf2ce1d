using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>For which employer the secretariat enrols people.</summary>
public sealed record ForWhomPage(string SessionCode, string? Q, IReadOnlyList<ForWhomPage.Employer> Employers, int Found)
{
    private const int MaxShown = 30;

    public sealed record Employer(OrganisationId Id, string Code, LocalizedText Name, int Staff);

    public static async Task<ForWhomPage> FindAsync(TrainingDbContext db, string sessionCode, string? q, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Where(s => s.Code == sessionCode).OneAsync(ct);
        var words = new SearchWords(q);
        var all = await db.Organisations.AsNoTracking().OrderBy(o => o.Code)
            .Select(o => new Employer(o.Id, o.Code, o.Name, db.Employments.Where(e => e.OrganisationId == o.Id).Select(e => e.PersonId).Distinct().Count())).ToListAsync(ct);
        var found = all.Where(o => words.IsEmpty || words.FoundIn(o.Code, o.Name.Fr, o.Name.Nl)).ToList();
        return new ForWhomPage(session.Code, q, [.. found.Take(MaxShown)], found.Count);
    }
}
