using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

/// <summary>A manager enters a grant.</summary>
public sealed class DefineGrant(TrainingDbContext db)
{
    /// <param name="Code">The school's own short name for the grant; it never changes.</param>
    public sealed record Request(string Code, string ProgrammeCode, GrantTerms Terms, IReadOnlyList<(DateOnly On, LocalizedText What)> Deadlines);

    public async Task<Outcome<Grant>> HandleAsync(Request request, CancellationToken ct)
    {
        var programme = await db.Programmes.AsNoTracking().Where(p => p.Code == request.ProgrammeCode).OneAsync(ct);
        if (await db.Grants.AnyAsync(g => g.Code == request.Code, ct))
            return new CodeTaken(request.Code);

        var grant = new Grant(request.Code, programme.Id, request.Terms);
        foreach (var (on, what) in request.Deadlines)
            grant.MustDeliver(on, what);
        db.Add(grant);
        return await db.TrySaveNewAsync<Grant>(ct) ? grant : new CodeTaken(request.Code);
    }
}
