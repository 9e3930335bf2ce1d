using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.ReportSubscriptions;

/// <summary>The rule is no cron rule.</summary>
public sealed record RuleUnreadable : Refusal;

/// <summary>The rule has no moment to come.</summary>
public sealed record RuleNeverFires : Refusal;

/// <summary>The rule asks for the report more than once a day.</summary>
public sealed record RuleTooOften : Refusal;

/// <summary>Nobody was chosen, or somebody to whom no letter can be sent.</summary>
public sealed record ReadersMissing : Refusal;

/// <summary>Has a report made by rule, at most once a day.</summary>
public sealed class SubscribeToReport(TrainingDbContext db, OfficeClock clock, IFireTimes times, ICurrentActor current)
{
    private const int FiresChecked = 10;

    public sealed record Request(SubscribedReport Wanted, IReadOnlyCollection<AccountId> Readers);

    public async Task<Outcome<ReportSubscriptionId>> HandleAsync(Request request, CancellationToken ct)
    {
        var rule = request.Wanted.Rule;
        if (rule.Length > ReportSubscription.RuleMaxLength || !times.CanRead(rule))
            return new RuleUnreadable();
        if (times.NextAfter(rule, clock.Now) is not { } first)
            return new RuleNeverFires();
        var days = DaysFrom(first, rule).Take(FiresChecked).ToList();
        if (days.Distinct().Count() < days.Count)
            return new RuleTooOften();
        if (request.Readers.Count == 0 || (await db.AddresseesAsync(request.Readers, ct)).Count < request.Readers.Distinct().Count())
            return new ReadersMissing();

        var subscription = new ReportSubscription(request.Wanted, request.Readers, current.Actor.Name, first, clock.Now);
        db.Add(subscription);
        await db.SaveChangesAsync(ct);
        return subscription.Id;
    }

    private IEnumerable<DateOnly> DaysFrom(DateTimeOffset first, string rule)
    {
        for (DateTimeOffset? next = first; next is { } moment; next = times.NextAfter(rule, moment))
            yield return clock.DateOn(moment);
    }
}
