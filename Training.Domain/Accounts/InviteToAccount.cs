using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Accounts;

/// <summary>
/// Invites to an account: by a letter to an address, or on paper for somebody without one. An earlier invitation that is still open is
/// withdrawn, so that one code at a time opens an account.
/// </summary>
public sealed class InviteToAccount(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="FirstOnly">
    /// For whoever invites somebody else than themselves without keeping users: an account in use, or one that holds roles, would let
    /// them act as that person.
    /// </param>
    public sealed record Request(AccountId Account, string? Address, bool FirstOnly = false);

    /// <summary>The code is nowhere else: whoever invites hands it over, where no letter can.</summary>
    public sealed record Invited(InvitationCode Code, string? Address, DateOnly LastDay);

    public async Task<Outcome<Invited>> HandleAsync(Request request, CancellationToken ct)
    {
        var account = await db.Accounts.Where(a => a.Id == request.Account).OneAsync(ct);
        var address = string.IsNullOrWhiteSpace(request.Address) ? null : request.Address.Trim();
        if (address is not null && !IsUsable(address))
            return new AddressUnusable();

        if (request.FirstOnly && (await db.SignInIdentities.AnyAsync(i => i.AccountId == account.Id, ct) || await db.RoleGrants.AnyAsync(g => g.AccountId == account.Id, ct)))
            return new AccountInUse();

        foreach (var earlier in await db.Invitations.Where(i => i.AccountId == account.Id && i.AcceptedAt == null && i.WithdrawnAt == null).ToListAsync(ct))
            earlier.Withdraw(clock.Now);

        var days = (await db.ParameterBookAsync(ct)).Number(ParameterKeys.InvitationDays, clock.Today);
        var (code, lastDay) = (InvitationCode.New(), clock.Today.AddDays(days));
        var invitation = new Invitation(account.Id, code, address, lastDay, current.Actor.Name, clock.Now);
        db.Add(invitation);
        if (address is not null)
        {
            var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == account.PersonId, ct);
            var facts = new AddresseeFacts(person?.FirstName ?? account.Name, person?.Language, Invitation: invitation.Id.Value, Until: lastDay);
            db.Add(facts.ToAddress(address, MessageKind.Invited, clock.Now));
        }

        return await db.TrySaveAsync(ct) ? new Invited(code, address, lastDay) : new ChangedMeanwhile();
    }

    private static bool IsUsable(string address) =>
        address.Length <= Invitation.AddressMaxLength && MailAddress.TryCreate(address, out var read) && read.Address == address && !NationalNumberDetector.IsIn(address);
}
