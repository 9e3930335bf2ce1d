using Quartz;
using Training.Web.Hosting;

namespace Training.Web.Jobs;

/// <summary>
/// Brings what the scheduler keeps in line with the timetable before it starts: adds what is new, replaces what fires at another time than the
/// timetable says, and removes what the timetable no longer knows. What has not changed keeps the fire that it waits for, also one that is overdue.
/// </summary>
internal sealed class KeepTimetable(ISchedulerFactory schedulers, IConfiguration configuration, TimeProvider time) : IHostedLifecycleService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan NowAndThen = TimeSpan.FromMinutes(5);

    /// <summary>Nobody's first page waits for it: the site listens already, and the scheduler starts after it.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var lines = Lines().ToList();
        var gone = (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken)).Except(lines.Select(line => line.Job.Key)).ToList();
        if (gone.Count > 0)
            await scheduler.DeleteJobs(gone, cancellationToken);

        foreach (var (job, trigger) in lines)
        {
            if (await IsKeptAsync(scheduler, job, trigger, cancellationToken))
                continue;
            if (trigger is null)
                await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
            else
                await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // What is timed bears the name of its job, and so does its trigger.
    private IEnumerable<(IJobDetail Job, ITrigger? Trigger)> Lines()
    {
        var isTimed = SchedulerStore.IsTimed(configuration);
        yield return (Detail<RunWorkJob>(RunWorkJob.Key), Every(RunWorkJob.Key, Often));
        yield return (Detail<SendMessagesJob>(new("send-messages")), Every(new("send-messages"), Often));
        if (isTimed)
            yield return (Detail<CatchUpJob>(new("catch-up")), Every(new("catch-up"), NowAndThen, time.GetUtcNow().AddMinutes(1)));
        foreach (var timed in Timetable.Jobs)
            yield return (Detail<RunTimedJob>(new(timed.Name)), isTimed ? Fires(timed) : null);
    }

    private static IJobDetail Detail<TJob>(JobKey key) where TJob : IJob => JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().RequestRecovery().Build();

    private static ITrigger Every(JobKey job, TimeSpan pause, DateTimeOffset? first = null) => (first is { } start ? TriggerBuilder.Create().StartAt(start) : TriggerBuilder.Create())
        .ForJob(job).WithIdentity(job.Name)
        .WithSimpleSchedule(every => every.WithInterval(pause).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
        .Build();

    private ITrigger Fires(TimedJob timed) => TriggerBuilder.Create(time).ForJob(timed.Name).WithIdentity(timed.Name)
        .WithCronSchedule(timed.Cron, cron => cron
            .InTimeZone(Timetable.Office)
            .WithMisfireInstruction(timed.Missed == Missed.RunOnce ? CronTriggerMisfireInstruction.FireAndProceed : CronTriggerMisfireInstruction.DoNothing))
        .Build();

    private static async Task<bool> IsKeptAsync(IScheduler scheduler, IJobDetail job, ITrigger? trigger, CancellationToken ct) =>
        await scheduler.GetJobDetail(job.Key, ct) is { } stored && stored.JobType.FullName == job.JobType.FullName && stored.RequestsRecovery == job.RequestsRecovery
        && (trigger is null || IsSame(await scheduler.GetTrigger(trigger.Key, ct), trigger));

    private static bool IsSame(ITrigger? stored, ITrigger wanted) => (stored, wanted) switch
    {
        (ICronTrigger one, ICronTrigger other) =>
            one.CronExpressionString == other.CronExpressionString && one.TimeZone.Id == other.TimeZone.Id && one.MisfireInstruction == other.MisfireInstruction,
        (ISimpleTrigger one, ISimpleTrigger other) => one.RepeatInterval == other.RepeatInterval && one.MisfireInstruction == other.MisfireInstruction,
        _ => false,
    };
}
