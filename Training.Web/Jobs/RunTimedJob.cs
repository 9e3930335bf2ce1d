using System.Globalization;
using Quartz;

namespace Training.Web.Jobs;

/// <summary>Answers a fire of the timetable, or somebody who asks: the job that bears its name runs.</summary>
public sealed class RunTimedJob(JobRunner runner) : IJob
{
    public const string ByTimetable = "timetable";

    private const string By = "by";
    private const string DryRun = "dry-run";

    /// <summary>What a trigger bears that is no fire of the timetable.</summary>
    public static JobDataMap AskedBy(string name, bool dryRun) => new()
    {
        [By] = name,
        [DryRun] = dryRun.ToString(CultureInfo.InvariantCulture),
    };

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var asked = context.MergedJobDataMap.TryGetValue(By, out var by) ? by as string : null;
        var dryRun = context.MergedJobDataMap.TryGetValue(DryRun, out var dry) && dry is "True";
        await runner.RunAsync(
            Timetable.Find(context.JobDetail.Key.Name)!,
            new(asked is null ? DueOf(context) : null, dryRun, asked ?? ByTimetable, context.Recovering), cancellationToken);
    }

    // A recovery fires when the lost run did; the fire that it stands for is told beside it, to the second.
    private static DateTimeOffset? DueOf(IJobExecutionContext context) => context.Recovering
        ? DateTimeOffset.Parse((string)context.MergedJobDataMap[SchedulerConstants.FailedJobOriginalTriggerScheduledFireTime]!, CultureInfo.InvariantCulture)
        : context.ScheduledFireTimeUtc;
}
