namespace Training.Domain.ReportSubscriptions;

/// <summary>Reads cron rules, in the time of the office.</summary>
public interface IFireTimes
{
    /// <summary>Whether a rule can be read at all.</summary>
    bool CanRead(string rule);

    /// <summary>The first moment of a readable rule after another, or nothing when there is none any more.</summary>
    DateTimeOffset? NextAfter(string rule, DateTimeOffset moment);
}
