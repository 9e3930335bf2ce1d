using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Domain.ReportSubscriptions;
using Training.Domain.Time;
using Training.Reports.Reporting;

namespace Training.Web.Features.Reports;

/// <summary>The reports that come by rule, and the form of a new one.</summary>
/// <param name="Narrowed">To what the new one is narrowed beyond what the form shows.</param>
public sealed record SubscriptionsPage(
    IReadOnlyList<SubscriptionsPage.Line> Lines, SubscriptionForm Form, IReadOnlyList<ReportAsked> Narrowed, ReportChoices Choices, IReadOnlyList<string> Reports, IReadOnlyList<SubscriptionsPage.Candidate> Candidates)
{
    /// <param name="Next">At the office; nothing for one that has stopped or whose rule has no moment left.</param>
    /// <param name="Named">What the report is narrowed to, by name.</param>
    public sealed record Line(
        Guid Id, ReportQuestion Asked, IReadOnlyList<ReportAsked> Named, SubscribedPeriod Period, string Rule, IReadOnlyList<string> Readers, DateTime? Next, DateTime? LastSent, int? LastRun, int Failures, string? Fault, bool HasStopped);

    /// <summary>Somebody who may see reports.</summary>
    /// <param name="Address">Nothing for whoever cannot be written.</param>
    public sealed record Candidate(AccountId Id, string Name, string? Address);

    public static async Task<SubscriptionsPage> FindAsync(
        TrainingDbContext db, SubscriptionForm form, IReadOnlyList<string> reports, IReadOnlyCollection<Role> mayRead, OfficeClock clock, CancellationToken ct)
    {
        var subscriptions = await db.ReportSubscriptions.AsNoTracking().Include(s => s.Readers).OrderBy(s => s.RecordedAt).ToListAsync(ct);
        var readers = subscriptions.SelectMany(s => s.Readers).Select(r => r.AccountId).Distinct().ToList();
        var names = await db.Accounts.AsNoTracking().Where(a => readers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var lines = new List<Line>();
        foreach (var s in subscriptions)
        {
            var asked = JsonSerializer.Deserialize<ReportQuestion>(s.Choices)!;
            lines.Add(new Line(
                s.Id.Value, asked, await NamesAsync(asked), s.Period, s.Rule,
                [.. s.Readers.Select(r => names[r.AccountId]).Order(StringComparer.CurrentCultureIgnoreCase)],
                s.StoppedAt is null && s.TryAt is { } next ? clock.LocalOn(next) : null, s.LastSentAt is { } sent ? clock.LocalOn(sent) : null, s.LastRun, s.Failures, s.Fault, s.StoppedAt is not null));
        }

        return new SubscriptionsPage(
            lines,
            form, await NamesAsync(new ReportQuestion("", default, default, Only: form.Asked.Only)),
            await ReportChoices.FindAsync(db, Reader.WholeSchool, ct),
            reports, await CandidatesAsync(db, mayRead, clock.Today, ct));

        Task<IReadOnlyList<ReportAsked>> NamesAsync(ReportQuestion asked) => AskedNames.FindAsync(db, new ReportContext(asked, Reader.WholeSchool, clock.Now), ct);
    }

    private static async Task<IReadOnlyList<Candidate>> CandidatesAsync(TrainingDbContext db, IReadOnlyCollection<Role> mayRead, DateOnly today, CancellationToken ct)
    {
        var held = db.RoleGrants.HeldOn(today);
        var accounts = await db.Accounts.AsNoTracking()
            .Where(a => a.BlockedAt == null && held.Any(g => g.AccountId == a.Id && mayRead.Contains(g.Role)))
            .OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        var addresses = (await db.AddresseesAsync(accounts.ConvertAll(a => a.Id), ct)).ToDictionary(a => a.Account, a => a.Address);
        return [.. accounts.Select(a => new Candidate(a.Id, a.Name, addresses.GetValueOrDefault(a.Id)))];
    }
}
