using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Web.Access;

namespace Training.Web.Features.AccessRequests;

/// <summary>Where somebody stands who has signed in and is nobody here: not asked yet, waiting, refused with a reason, or let in meanwhile.</summary>
/// <param name="Arrival">Whoever has signed in to ask; nothing until then.</param>
/// <param name="IsKnown">The way of signing in opens an account by now.</param>
/// <param name="Last">What they asked last.</param>
public sealed record AskForAccessPage(
    Arrival? Arrival, bool IsKnown, AccessRequest? Last, string? LastEmployer, IReadOnlyList<AskForAccessPage.Employer> Employers, AccessRequestForm Form)
{
    public sealed record Employer(Guid Id, string Name);

    public bool IsWaiting => Last is { IsOpen: true };

    public bool IsRefused => Last is { IsOpen: false, IsGranted: false };

    /// <param name="form">What was typed; nothing for a form that is not filled in yet.</param>
    public static async Task<AskForAccessPage> FindAsync(TrainingDbContext db, Arrival? arrival, AccessRequestForm? form, string language, CancellationToken ct)
    {
        if (arrival is null)
            return new AskForAccessPage(null, false, null, null, [], new AccessRequestForm());

        var key = arrival.Key;
        var asked = await db.AccessRequests.AsNoTracking().Where(r => r.Issuer == key.Issuer && r.Subject == key.Subject).ToListAsync(ct);
        var last = asked.Find(request => request.IsOpen) ?? asked.MaxBy(request => request.DecidedAt);
        var employers = await db.Organisations.AsNoTracking().EmployersOf(Reader.WholeSchool).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        return new AskForAccessPage(
            arrival,
            await db.SignInIdentities.AnyAsync(i => i.Issuer == key.Issuer && i.Subject == key.Subject, ct),
            last,
            last?.EmployerName ?? employers.Find(employer => employer.Id == last?.OrganisationId)?.Name.In(language),
            [.. employers.Select(employer => new Employer(employer.Id.Value, employer.Name.In(language))).OrderBy(employer => employer.Name, StringComparer.CurrentCultureIgnoreCase)],
            form ?? FilledInFrom(arrival));
    }

    // What the provider says of them is a proposal: names come in one piece there.
    private static AccessRequestForm FilledInFrom(Arrival arrival)
    {
        var parts = arrival.Name.Contains('@') ? [] : arrival.Name.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new AccessRequestForm { FirstName = parts.ElementAtOrDefault(0), LastName = parts.ElementAtOrDefault(1), Email = arrival.Addresses is [var first, ..] ? first : null };
    }
}
