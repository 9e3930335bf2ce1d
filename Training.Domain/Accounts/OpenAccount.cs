using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Accounts;

/// <summary>Makes an account: for a person of the file, or for somebody of the school or of a funder who has none.</summary>
public sealed class OpenAccount(TrainingDbContext db)
{
    /// <param name="Person">Whose file it opens; then the name is theirs.</param>
    /// <param name="Reader">Who asks: a person outside their scope is not there.</param>
    public sealed record Request(string? Name, PersonId? Person, Reader Reader);

    /// <summary>The account of a person who has one already is that one.</summary>
    public async Task<Outcome<AccountId>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Person is { } id)
        {
            var person = await db.People.VisibleTo(request.Reader, db).Where(p => p.Id == id).OneAsync(ct);
            return await db.Accounts.SingleOrDefaultAsync(a => a.PersonId == id, ct) is { } known ? known.Id : await AddAsync(new Account(person.FullName, id), ct);
        }

        var name = request.Name?.Trim() ?? "";
        return name.Length is 0 or > Account.NameMaxLength || NationalNumberDetector.IsIn(name) ? new AccountNameUnusable() : await AddAsync(new Account(name, null), ct);
    }

    private async Task<Outcome<AccountId>> AddAsync(Account account, CancellationToken ct)
    {
        db.Add(account);
        return await db.TrySaveAsync(ct) ? account.Id : new ChangedMeanwhile();
    }
}
