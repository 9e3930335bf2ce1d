using Quartz;

namespace Training.Web.Jobs;

/// <summary>When what runs. Every job may run twice, or late, without harm: the database knows what is done.</summary>
internal static class Timetable
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddTimetable(this IServiceCollection services)
    {
        services.AddScoped<BackgroundWork>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "training");
            quartz.ScheduleJob<RunWorkJob>(
                trigger => trigger.WithIdentity("run-work").WithSimpleSchedule(every => every.WithInterval(Often).RepeatForever()),
                job => job.WithIdentity(RunWorkJob.Key));
            quartz.ScheduleJob<SendMessagesJob>(
                trigger => trigger.WithIdentity("send-messages").WithSimpleSchedule(every => every.WithInterval(Often).RepeatForever()));
            quartz.ScheduleJob<SealDayJob>(
                trigger => trigger.WithIdentity("seal-day").WithCronSchedule("0 10 0 * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"))));
        });
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        return services;
    }
}
