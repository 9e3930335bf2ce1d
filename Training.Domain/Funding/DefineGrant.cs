using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

/// <summary>A manager enters a grant, or puts right what it says. What was allocated under it stays.</summary>
public sealed class DefineGrant(TrainingDbContext db)
{
    /// <param name="Code">The school's own short name for the grant; it never changes.</param>
    /// <param name="Deadlines">Added to those that are known.</param>
    public sealed record Request(string Code, string ProgrammeCode, GrantTerms Terms, IReadOnlyList<(DateOnly On, LocalizedText What)> Deadlines);

    public async Task<Outcome<Grant>> HandleAsync(Request request, CancellationToken ct)
    {
        var programme = await db.Programmes.AsNoTracking().Where(p => p.Code == request.ProgrammeCode).OneAsync(ct);
        var grant = await db.Grants.Include(g => g.Deadlines).SingleOrDefaultAsync(g => g.Code == request.Code, ct);
        if (grant is not null && grant.ProgrammeId != programme.Id)
            return new GrantCodeTaken(request.Code);

        if (grant is null)
            db.Add(grant = new Grant(request.Code, programme.Id, request.Terms));
        else
            grant.Restate(request.Terms);
        foreach (var (on, what) in request.Deadlines)
            grant.MustDeliver(on, what);

        return await db.TrySaveAsync(ct) ? grant : new ChangedMeanwhile();
    }
}
