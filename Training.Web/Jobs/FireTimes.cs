using Quartz;
using Training.Domain.ReportSubscriptions;

namespace Training.Web.Jobs;

/// <summary>Reads cron rules as the timetable does.</summary>
public sealed class FireTimes : IFireTimes
{
    public bool CanRead(string rule) => CronExpression.TryParse(rule, out _);

    public DateTimeOffset? NextAfter(string rule, DateTimeOffset moment) => new CronExpression(rule, Timetable.Office).GetNextValidTimeAfter(moment);
}
