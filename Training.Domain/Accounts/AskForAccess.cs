using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Accounts;

/// <summary>Asks for access in the name of whoever has just signed in and is nobody here.</summary>
public sealed class AskForAccess(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="Key">Who they are to the provider that vouches for them.</param>
    public sealed record Request(SignInKey Key, AccessRequestFacts Facts);

    public async Task<Outcome<AccessRequestId>> HandleAsync(Request request, CancellationToken ct)
    {
        var (key, facts) = (request.Key, request.Facts);
        if (facts.Organisation is null && string.IsNullOrWhiteSpace(facts.EmployerName))
            return new EmployerMissing();
        if (facts.Email is not null && !IsUsable(facts.Email))
            return new AddressUnusable();
        if (NationalNumberDetector.IsIn($"{facts.FirstName} {facts.LastName} {facts.EmployerName} {facts.Reason}"))
            return new NationalNumberFound();
        if (facts.Organisation is { } employer)
            await db.Organisations.AsNoTracking().EmployersOf(Reader.WholeSchool).Where(o => o.Id == employer).OneAsync(ct);
        if (await db.SignInIdentities.AnyAsync(i => i.Issuer == key.Issuer && i.Subject == key.Subject, ct))
            return new SignInTaken();
        if (await IsOpenAsync(key, ct))
            return new AccessAskedAlready();

        var asked = new AccessRequest(key, facts, clock.Now);
        db.Add(asked);
        try
        {
            await db.SaveChangesAsync(ct);
            return asked.Id;
        }
        catch (DbUpdateException collision) when (collision.IsCollision())
        {
            // Sent twice at once: the index let one in.
            db.ChangeTracker.Clear();
            if (await IsOpenAsync(key, ct))
                return new AccessAskedAlready();
            throw;
        }
    }

    private Task<bool> IsOpenAsync(SignInKey key, CancellationToken ct) =>
        db.AccessRequests.AnyAsync(r => r.Issuer == key.Issuer && r.Subject == key.Subject && r.DecidedAt == null, ct);

    private static bool IsUsable(string address) =>
        address.Length <= Person.EmailMaxLength && MailAddress.TryCreate(address, out var read) && read.Address == address && !NationalNumberDetector.IsIn(address);
}
