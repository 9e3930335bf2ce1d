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

/// <summary>What somebody types who wants a report regularly.</summary>
public sealed class SubscriptionForm
{
    private static readonly Dictionary<SubscriptionRhythm, string> Rules = new()
    {
        [SubscriptionRhythm.Weekly] = "0 0 7 ? * MON",
        [SubscriptionRhythm.Monthly] = "0 0 7 1 * ?",
        [SubscriptionRhythm.Quarterly] = "0 0 7 1 1,4,7,10 ?",
        [SubscriptionRhythm.Yearly] = "0 0 7 15 1 ?",
    };

    public string? Report { get; set; }

    public SubscribedPeriod Period { get; set; }

    public SubscriptionRhythm Rhythm { get; set; }

    [StringLength(ReportSubscription.RuleMaxLength)]
    public string? Rule { get; set; }

    public string? Organisation { get; set; }

    public string? Funder { get; set; }

    public string? Grant { get; set; }

    public string? Theme { get; set; }

    public string? Rows { get; set; }

    public string? Columns { get; set; }

    public bool Published { get; set; }

    public IReadOnlyList<Guid>? Readers { get; set; }

    public IReadOnlyCollection<AccountId> ReaderIds => [.. (Readers ?? []).Select(id => new AccountId(id))];

    public SubscribedReport Wanted(string report) => new(
        report, JsonSerializer.Serialize(new ReportQuestion(report, default, default, Code(Funder), Code(Grant), Code(Organisation), Code(Theme), Code(Rows), Code(Columns), Published)),
        Period, Rules.GetValueOrDefault(Rhythm) ?? Rule?.Trim() ?? "");

    private static string? Code(string? chosen) => string.IsNullOrWhiteSpace(chosen) ? null : chosen.Trim();
}
