using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses.Search;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Accounts;

/// <summary>
/// Says whose file the one who asks may open, and binds their way of signing in to that person's account. A file that somebody signs in
/// to already is not opened to a second one.
/// </summary>
public sealed class GrantAccess(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Person">Who it is; nothing for the only one of that name.</param>
    /// <param name="Reader">Who decides: a request or a person outside their scope is not there.</param>
    public sealed record Request(AccessRequestId Id, PersonId? Person, Reader Reader);

    public async Task<Outcome<AccountId>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var asked = await db.AccessRequests.ToDecideBy(request.Reader).Where(r => r.Id == request.Id).OneAsync(ct);
        if (!asked.IsOpen)
            return new AccessDecidedAlready();
        if (await db.SignInIdentities.AnyAsync(i => i.Issuer == asked.Issuer && i.Subject == asked.Subject, ct))
            return new SignInTaken();

        var candidates = db.People.AsNoTracking().WhoMayHaveAsked(asked, request.Reader, db);
        var person = request.Person is { } chosen
            ? await candidates.Where(p => p.Id == chosen).OneAsync(ct)
            : OnlyNamesake(await candidates.ToListAsync(ct), asked);
        if (person is null)
            return new AccessPersonUnclear();

        var account = await db.Accounts.SingleOrDefaultAsync(a => a.PersonId == person.Id, ct);
        if (account is not null && await IsInUseAsync(account, ct))
            return new AccountInUse();
        if (account is null)
            db.Add(account = new Account(person.FullName, person.Id));

        // What was bound to this account so far was an invitation at most: it has served.
        foreach (var open in await db.Invitations.Where(i => i.AccountId == account.Id && i.AcceptedAt == null && i.WithdrawnAt == null).ToListAsync(ct))
            open.Withdraw(clock.Now);
        if (asked.Grant(account.Id, current.Actor.Name, clock.Now) is { } refusal)
            return refusal;

        db.Add(new SignInIdentity(account.Id, asked.Key, clock.Now));
        if (asked.Email is not null)
            db.Add(AddresseeFacts.Of(asked).ToAddress(asked.Email, MessageKind.AccessGranted, clock.Now));
        return await db.TrySaveAsync(ct) ? account.Id : new ChangedMeanwhile();
    }

    private async Task<bool> IsInUseAsync(Account account, CancellationToken ct) =>
        account.BlockedAt is not null
        || await db.SignInIdentities.AnyAsync(i => i.AccountId == account.Id, ct)
        || await db.RoleGrants.AnyAsync(g => g.AccountId == account.Id, ct);

    private static Person? OnlyNamesake(List<Person> people, AccessRequest asked)
    {
        var alike = people.FindAll(person => PlainText.Fold(person.FullName) == PlainText.Fold(asked.FullName));
        return alike.Count == 1 ? alike[0] : null;
    }
}
