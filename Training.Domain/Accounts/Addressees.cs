using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Accounts;

/// <summary>The holder of an account, as a letter addresses them.</summary>
/// <param name="Person">Their file, where they have one.</param>
/// <param name="Name">First name of whoever has a file; else the name of the account.</param>
/// <param name="Language">Nothing when it is not known.</param>
public sealed record Addressee(AccountId Account, PersonId? Person, string Name, string Address, CorrespondenceLanguage? Language);

public static class Addressees
{
    /// <summary>Whoever holds a role of the whole school on a day and can be written.</summary>
    public static async Task<IReadOnlyList<Addressee>> AddresseesAsync(this TrainingDbContext db, Role role, DateOnly day, CancellationToken ct) => await db.AddresseesAsync(
        await db.RoleGrants.HeldOn(day).Where(g => g.Role == role).Select(g => g.AccountId).Distinct().ToListAsync(ct), ct);

    /// <summary>
    /// Where holders of accounts that are not blocked can be written: at the address of their file, or else at the latest one at which they
    /// accepted an invitation. Who has neither is left out.
    /// </summary>
    public static async Task<IReadOnlyList<Addressee>> AddresseesAsync(this TrainingDbContext db, IReadOnlyCollection<AccountId> accounts, CancellationToken ct)
    {
        var holders = await (
            from account in db.Accounts.AsNoTracking()
            where accounts.Contains(account.Id) && account.BlockedAt == null
            join person in db.People on account.PersonId equals person.Id into files
            from file in files.DefaultIfEmpty()
            orderby account.Name, account.Id
            select new { account.Id, account.PersonId, account.Name, FirstName = file == null ? null : file.FirstName, Email = file == null ? null : file.Email, Language = file == null ? (CorrespondenceLanguage?)null : file.Language })
            .ToListAsync(ct);
        var invited = (await db.Invitations.AsNoTracking()
                .Where(i => accounts.Contains(i.AccountId) && i.Address != null && i.AcceptedAt != null)
                .Select(i => new { i.AccountId, i.Address, i.AcceptedAt }).ToListAsync(ct))
            .OrderBy(i => i.AcceptedAt).ToLookup(i => i.AccountId, i => i.Address!);

        return
        [
            .. from holder in holders
               let address = string.IsNullOrEmpty(holder.Email) ? invited[holder.Id].LastOrDefault() : holder.Email
               where address is not null
               select new Addressee(holder.Id, holder.PersonId, holder.FirstName ?? holder.Name, address, holder.Language),
        ];
    }
}
