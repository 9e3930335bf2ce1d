using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Invitations;

/// <summary>The people whom one may invite, and which of them can sign in already.</summary>
public sealed record InvitationsPage(string? Query, IReadOnlyList<InvitationsPage.Line> Lines, int Found)
{
    private const int MaxShown = 50;

    /// <param name="InvitedUntil">The last day of an invitation that is still open.</param>
    public sealed record Line(PersonId Id, string Name, string? Email, bool CanSignIn, DateOnly? InvitedUntil);

    /// <summary>What was sent and refused.</summary>
    public InviteForm? Refused { get; init; }

    public static async Task<InvitationsPage> FindAsync(TrainingDbContext db, Reader reader, string? query, DateOnly today, CancellationToken ct)
    {
        var words = new SearchWords(query);
        var people = await db.People.AsNoTracking().VisibleTo(reader, db).ToListAsync(ct);
        var found = people.Where(person => words.FoundIn(person.FullName)).OrderBy(person => $"{person.LastName} {person.FirstName}", StringComparer.InvariantCultureIgnoreCase).ToList();
        var shown = found.Take(MaxShown).ToList();
        var ids = shown.Select(person => (PersonId?)person.Id).ToList();
        var accounts = await db.Accounts.AsNoTracking().Where(account => ids.Contains(account.PersonId)).Select(account => new
        {
            account.PersonId,
            CanSignIn = db.SignInIdentities.Any(i => i.AccountId == account.Id),
            Until = db.Invitations.Where(i => i.AccountId == account.Id && i.AcceptedAt == null && i.WithdrawnAt == null && i.LastDay >= today).Max(i => (DateOnly?)i.LastDay),
        }).ToListAsync(ct);

        return new InvitationsPage(
            query,
            [.. shown.Select(person =>
            {
                var account = accounts.Find(a => a.PersonId == person.Id);
                return new Line(person.Id, person.FullName, person.Email, account?.CanSignIn == true, account?.Until);
            })],
            found.Count);
    }
}
