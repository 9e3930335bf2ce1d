using Quartz;
using Training.Domain.ReportSubscriptions;
using Training.Web.Hosting;

namespace Training.Web.Jobs;

/// <summary>
/// When what runs, in the time of Brussels. Nothing is timed between one and four o'clock, an hour that is skipped in spring and comes twice in
/// autumn. The first nineteen are those of the list in <c>docs/domain.md</c>, in its order.
/// </summary>
public static class Timetable
{
    public static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    public static readonly IReadOnlyList<TimedJob> Jobs =
    [
        Job<WaitingListInvitationsJob>("waiting-list-invitations", "0 0 7 * * ?", Missed.RunOnce),
        Job<OfferExpiryJob>("offer-expiry", "0 5 * * * ?", Missed.Skip),
        Job<CancellationRemindersJob>("cancellation-reminders", "0 15 7 * * ?", Missed.RunOnce),
        Job<SessionGoNoGoJob>("session-go-no-go", "0 30 6 * * ?", Missed.RunOnce),
        Job<SignInSheetsJob>("sign-in-sheets", "0 45 5 * * ?", Missed.RunOnce),
        Job<AttendanceChaseJob>("attendance-chase", "0 0 8 * * ?", Missed.RunOnce),
        Job<JustificationCloseJob>("justification-close", "0 10 0 * * ?", Missed.RunOnce),
        Job<PelEnrolmentCertificatesJob>("pel-enrolment-certificates", "0 0 5 * * ?", Missed.RunOnce),
        Job<PelAttendanceCertificatesJob>("pel-attendance-certificates", "0 15 5 * * ?", Missed.RunOnce),
        Job<LedgerSettlementJob>("ledger-settlement", "0 40 0 * * ?", Missed.RunOnce),
        Job<LedgerExpiryJob>("ledger-expiry-and-carry-in", "0 30 0 1 1,4,9 ?", Missed.RunOnce),
        Job<GecoMonthlyStatementJob>("geco-monthly-statement", "0 20 6 * * ?", Missed.RunOnce),
        Job<GecoVacancyWatchJob>("geco-vacancy-watch", "0 40 7 ? * MON", Missed.RunOnce),
        Job<FunderDeadlinesJob>("funder-deadlines", "0 45 7 ? * MON", Missed.RunOnce),
        Job<CertificatesJob>("certificates", "0 30 4 * * ?", Missed.RunOnce),
        Job<RetentionPurgeJob>("retention-purge", "0 30 5 1 * ?", Missed.RunOnce),
        Job<NationalNumberSweepJob>("national-number-sweep", "0 0 22 ? * SUN", Missed.RunOnce),
        Job<ParameterGapCheckJob>("parameter-gap-check", "0 0 6 * * ?", Missed.RunOnce),
        Job<SchoolCalendarCheckJob>("school-calendar-check", "0 0 6 1 6,11 ?", Missed.RunOnce),

        // What the house does besides.
        Job<SealDayJob>("seal-day", "0 12 0 * * ?", Missed.RunOnce),
        Job<BeginSessionsJob>("begin-sessions", "0 20 0 * * ?", Missed.RunOnce),
        Job<AttendanceOutlookJob>("attendance-outlook", "0 45 6 * * ?", Missed.RunOnce),
        Job<ReportSubscriptionsJob>("report-subscriptions", "0 10/15 5-23 * * ?", Missed.Skip),
    ];

    public static TimedJob? Find(string name) => Jobs.FirstOrDefault(job => job.Name == name);

    /// <summary>The jobs and what runs one of them, without the clock.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddScoped<JobRunner>();
        services.AddSingleton<SignsOfLife>();
        services.AddSingleton<IFireTimes, FireTimes>();
        foreach (var job in Jobs)
            services.AddScoped(job.Work);
        return services;
    }

    /// <summary>The clock. A process with <c>Jobs:Timetable</c> set to <c>false</c> sends mail and does what people ask, and leaves what is timed to others.</summary>
    public static IServiceCollection AddTimetable(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddJobs();
        services.AddScoped<BackgroundWork>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "training");
            SchedulerStore.Use(quartz, configuration, environment);
        });
        services.AddHostedService<KeepTimetable>();
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        return services;
    }

    private static TimedJob Job<TWork>(string name, string cron, Missed missed) where TWork : ITimedJob => new(name, cron, missed, typeof(TWork));
}
