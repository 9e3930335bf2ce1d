using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Access;

/// <summary>Somebody of the sample school whom a visitor of the demonstration can be.</summary>
public sealed record DemoPersona(string Name, IReadOnlyList<Role> Roles, string? Email = null, string? Organisation = null, string? Funder = null);

/// <summary>The personas of the demonstration: each has an account like anybody's, only that nobody vouches for who uses it.</summary>
public sealed class DemoPersonas(TrainingDbContext db, OfficeClock clock)
{
    public static readonly IReadOnlyList<DemoPersona> All =
    [
        new("officer", [Role.Officer, Role.Approver], "yasmina.ozturk16@asbl-01.example.org", "ASBL-01"),
        new("approver", [Role.Approver], "elodie.peeters24@asbl-01.example.org", "ASBL-01"),
        new("participant", [], "maelle.vandenbroeck4@asbl-01.example.org"),
        new("trainer", [Role.Trainer], Samples.SampleSchool.TrainerEmail),
        new("planner", [Role.Planner]),
        new("manager", [Role.Manager]),
        new("funder", [Role.Funder], Funder: "safe.brussels"),
        new("administrator", [Role.Administrator]),
    ];

    /// <summary>The account of a persona, made when it is not there yet; nothing when there is no such persona.</summary>
    public async Task<AccountId?> AccountAsync(string? persona, CancellationToken ct)
    {
        if (All.SingleOrDefault(p => p.Name == persona) is not { } chosen)
            return null;

        return await KnownAsync(chosen, ct) ?? await MakeAsync(chosen, ct) ?? await KnownAsync(chosen, ct);
    }

    private static SignInKey KeyOf(DemoPersona persona) => new("demo", persona.Name);

    private async Task<AccountId?> KnownAsync(DemoPersona persona, CancellationToken ct)
    {
        var key = KeyOf(persona);
        return (await db.SignInIdentities.AsNoTracking().SingleOrDefaultAsync(i => i.Issuer == key.Issuer && i.Subject == key.Subject, ct))?.AccountId;
    }

    // Two browsers may make the same persona at once: the second finds what the first has made.
    private async Task<AccountId?> MakeAsync(DemoPersona persona, CancellationToken ct)
    {
        var person = persona.Email is null ? null : await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Email == persona.Email, ct);
        var account = new Account(person?.FullName ?? persona.Name, person?.Id);
        db.AddRange(account, new SignInIdentity(account.Id, KeyOf(persona), clock.Now));
        db.AddRange(await GrantsAsync(persona, account.Id, ct));
        if (person is null)
            db.Add(Accepted(account, $"{persona.Name}@school.example.org"));
        try
        {
            await db.SaveChangesAsync(ct);
            return account.Id;
        }
        catch (DbUpdateException collision) when (collision.IsCollision())
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    // Who has no file can be written at the address at which they accepted an invitation.
    private Invitation Accepted(Account account, string address)
    {
        var invitation = new Invitation(account.Id, InvitationCode.New(), address, clock.Today, "sample school", clock.Now);
        invitation.Accept([address], clock.Today, clock.Now);
        return invitation;
    }

    // A school without the sample organisations has nothing for which one could be an officer.
    private async Task<IEnumerable<RoleGrant>> GrantsAsync(DemoPersona persona, AccountId account, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == persona.Organisation, ct);
        return from role in persona.Roles
               let scope = new RoleScope(role is Role.Officer or Role.Approver ? organisation?.Id : null, role == Role.Funder ? persona.Funder : null)
               where scope.Fits(role)
               select new RoleGrant(account, role, scope, clock.Today, "sample school", clock.Now);
    }
}
