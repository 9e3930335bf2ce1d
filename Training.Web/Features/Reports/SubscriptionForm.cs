using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Training.Domain.Accounts;
using Training.Domain.ReportSubscriptions;
using Training.Reports.Reporting;

namespace Training.Web.Features.Reports;

/// <summary>How often a report comes, in words that need no cron rule; <see cref="Own"/> takes one.</summary>
public enum SubscriptionRhythm
{
    Monthly,
    Weekly,
    Quarterly,
    Yearly,
    Own,
}

/// <summary>What somebody types who wants a report regularly. Its dates follow from the period.</summary>
public sealed class SubscriptionForm : ReportForm
{
    private static readonly Dictionary<SubscriptionRhythm, string> Rules = new()
    {
        [SubscriptionRhythm.Weekly] = "0 0 7 ? * MON",
        [SubscriptionRhythm.Monthly] = "0 0 7 1 * ?",
        [SubscriptionRhythm.Quarterly] = "0 0 7 1 1,4,7,10 ?",
        [SubscriptionRhythm.Yearly] = "0 0 7 15 1 ?",
    };

    /// <summary>The rhythm of a rule that has a name.</summary>
    public static SubscriptionRhythm? RhythmOf(string rule) => Rules.Where(one => one.Value == rule).Select(one => (SubscriptionRhythm?)one.Key).FirstOrDefault();

    public string? Report { get; set; }

    public SubscribedPeriod Period { get; set; }

    public SubscriptionRhythm Rhythm { get; set; }

    [StringLength(ReportSubscription.RuleMaxLength)]
    public string? Rule { get; set; }

    public IReadOnlyList<Guid>? Readers { get; set; }

    public IReadOnlyCollection<AccountId> ReaderIds => [.. (Readers ?? []).Select(id => new AccountId(id))];

    /// <summary>What the report is asked each time, but for its dates.</summary>
    public ReportQuestion Asked => Question(Report ?? "", from: default, to: default);

    public SubscribedReport Wanted(string report) => new(
        report, JsonSerializer.Serialize(Asked), Period, Rules.GetValueOrDefault(Rhythm) ?? Rule?.Trim() ?? "");
}
