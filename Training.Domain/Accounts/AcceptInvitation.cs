using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Accounts;

/// <summary>Binds the way in which somebody has just signed in to the account to which they were invited.</summary>
public sealed class AcceptInvitation(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="Code">As typed; nothing for whoever followed the link of a mail.</param>
    /// <param name="Addresses">The e-mail addresses under which the provider knows them.</param>
    /// <param name="Mailed">The invitation whose signed link was followed.</param>
    public sealed record Request(string? Code, SignInKey Key, IReadOnlyCollection<string> Addresses, InvitationId? Mailed = null);

    public async Task<Outcome<AccountId>> HandleAsync(Request request, CancellationToken ct)
    {
        var digest = InvitationCode.Read(request.Code)?.Digest();
        if (await db.Invitations.SingleOrDefaultAsync(i => request.Mailed != null ? i.Id == request.Mailed && i.Address != null : i.CodeDigest == digest, ct) is not { } invitation)
            return new InvitationUnknown();
        if (await db.SignInIdentities.AnyAsync(i => i.Issuer == request.Key.Issuer && i.Subject == request.Key.Subject, ct))
            return new SignInTaken();
        if (invitation.Accept(request.Addresses, clock.Today, clock.Now) is { } refusal)
            return refusal;

        db.Add(new SignInIdentity(invitation.AccountId, request.Key, clock.Now));
        return await db.TrySaveAsync(ct) ? invitation.AccountId : new ChangedMeanwhile();
    }
}
