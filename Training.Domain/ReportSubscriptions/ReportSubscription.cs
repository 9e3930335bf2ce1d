using Training.Domain.Accounts;

namespace Training.Domain.ReportSubscriptions;

public readonly record struct ReportSubscriptionId(Guid Value) : IId<ReportSubscriptionId>
{
    public static ReportSubscriptionId New() => new(Guid.CreateVersion7());

    public static ReportSubscriptionId From(Guid value) => new(value);
}

/// <summary>What a subscription wants to hear.</summary>
/// <param name="Choices">JSON of the report's choices; its dates follow from the period.</param>
/// <param name="Rule">A cron rule in the time of the office: seconds, minutes, hours, day of the month, month, day of the week.</param>
public sealed record SubscribedReport(string Report, string Choices, SubscribedPeriod Period, string Rule);

/// <summary>
/// A report that is made by rule and of which its readers are told. One that has failed five times in a row stops, says so, and waits for somebody
/// who resumes it.
/// </summary>
public sealed class ReportSubscription
{
    public const int RuleMaxLength = 80;
    public const int FaultMaxLength = 200;
    public const int MaxFailures = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly List<ReportSubscriptionReader> _readers = [];

    private ReportSubscription() => (Report, Choices, Rule, MadeBy) = ("", "", "", "");

    /// <param name="due">The first moment of the rule, or nothing for one that never comes.</param>
    public ReportSubscription(SubscribedReport wanted, IEnumerable<AccountId> readers, string by, DateTimeOffset? due, DateTimeOffset now) : this()
    {
        (Id, MadeBy, RecordedAt) = (ReportSubscriptionId.New(), by, now);
        (Report, Choices, Period, Rule) = (wanted.Report, wanted.Choices, wanted.Period, wanted.Rule);
        _readers.AddRange(readers.Distinct().Select(reader => new ReportSubscriptionReader(Id, reader)));
        (DueAt, TryAt) = (due, due);
    }

    public ReportSubscriptionId Id { get; private set; }

    public string Report { get; private set; }

    public string Choices { get; private set; }

    public SubscribedPeriod Period { get; private set; }

    public string Rule { get; private set; }

    public IReadOnlyCollection<ReportSubscriptionReader> Readers => _readers;

    /// <summary>Also the author of the runs that come of it.</summary>
    public string MadeBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The moment of the rule that is to be answered; the period counts from it, however late it is answered.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When it is tried: the same moment, or some time after a failure.</summary>
    public DateTimeOffset? TryAt { get; private set; }

    /// <summary>In a row.</summary>
    public int Failures { get; private set; }

    /// <summary>What went wrong last, as the name of the failure.</summary>
    public string? Fault { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>The number of the latest run.</summary>
    public int? LastRun { get; private set; }

    public DateTimeOffset? LastSentAt { get; private set; }

    /// <summary>Of two that answer the same moment at once, the second finds this changed.</summary>
    public int Version { get; private set; }

    public void NoteSent(int run, DateTimeOffset? next, DateTimeOffset now)
    {
        (LastRun, LastSentAt, Failures, Fault) = (run, now, 0, null);
        (DueAt, TryAt, Version) = (next, next, Version + 1);
    }

    public void NoteFailed(string fault, DateTimeOffset now)
    {
        (Failures, Fault, TryAt, Version) = (Failures + 1, fault.Length > FaultMaxLength ? fault[..FaultMaxLength] : fault, now + Pause, Version + 1);
        if (Failures >= MaxFailures)
            StoppedAt = now;
    }

    public void Resume(DateTimeOffset? next)
    {
        (StoppedAt, Failures, Fault) = (null, 0, null);
        (DueAt, TryAt, Version) = (next, next, Version + 1);
    }
}

/// <summary>Somebody who is told, as long as they may see the report.</summary>
public sealed class ReportSubscriptionReader
{
    private ReportSubscriptionReader()
    {
    }

    public ReportSubscriptionReader(ReportSubscriptionId subscription, AccountId account) => (SubscriptionId, AccountId) = (subscription, account);

    public ReportSubscriptionId SubscriptionId { get; private set; }

    public AccountId AccountId { get; private set; }
}
