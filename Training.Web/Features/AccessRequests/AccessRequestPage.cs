using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.AccessRequests;

/// <summary>One request for access with the people who may stand behind it.</summary>
/// <param name="Query">The words for which the people were looked through: the surname that was typed, unless somebody looks further.</param>
public sealed record AccessRequestPage(AccessRequestsPage.Line Line, string? Query, IReadOnlyList<AccessRequestPage.Candidate> Candidates)
{
    private const int MaxShown = 30;

    public DecisionForm Form { get; init; } = new();

    public string? Error { get; init; }

    /// <param name="Email">As the file has it, to compare.</param>
    /// <param name="CanSignIn">Somebody signs in to this file already.</param>
    public sealed record Candidate(PersonId Id, string Name, string? Email, IReadOnlyList<string> Employers, bool CanSignIn);

    public static async Task<AccessRequestPage> FindAsync(TrainingDbContext db, AccessRequestId id, Reader reader, string? query, string language, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var line = (await AccessRequestsPage.LinesAsync(db, db.AccessRequests.AsNoTracking().ToDecideBy(reader).Where(r => r.Id == id), ct)) is [var found]
            ? found
            : throw new NotFoundException(nameof(AccessRequest));
        var wanted = query ?? line.Request.LastName;
        return new AccessRequestPage(line, wanted, line.Request.IsOpen ? await CandidatesAsync(db, line.Request, reader, new SearchWords(wanted), language, ct) : []);
    }

    private static async Task<IReadOnlyList<Candidate>> CandidatesAsync(
        TrainingDbContext db, AccessRequest asked, Reader reader, SearchWords words, string language, CancellationToken ct)
    {
        var people = (await db.People.AsNoTracking().WhoMayHaveAsked(asked, reader, db).OrderBy(p => p.LastName).ThenBy(p => p.FirstName).ToListAsync(ct))
            .Where(person => words.FoundIn(person.FullName)).Take(MaxShown).ToList();
        var ids = people.ConvertAll(person => person.Id);
        var employers = (await db.Employments.AsNoTracking().OfEmployer(reader).Where(e => ids.Contains(e.PersonId))
            .Join(db.Organisations, e => e.OrganisationId, o => o.Id, (e, o) => new { e.PersonId, o.Name }).ToListAsync(ct))
            .ToLookup(row => row.PersonId, row => row.Name.In(language));
        var inUse = await db.Accounts.Where(a => db.SignInIdentities.Any(i => i.AccountId == a.Id)).Select(a => a.PersonId).ToListAsync(ct);
        return people.ConvertAll(person => new Candidate(person.Id, person.FullName, person.Email, [.. employers[person.Id].Distinct()], inUse.Contains(person.Id)));
    }
}
