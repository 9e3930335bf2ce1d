using Quartz;

namespace Training.Web.Jobs;

/// <summary>What becomes of a fire that nobody answered because no process was there.</summary>
public enum Missed
{
    /// <summary>It is made good, once for however many were missed.</summary>
    RunOnce,

    /// <summary>The next comes soon enough.</summary>
    Skip,
}

/// <summary>A line of the timetable.</summary>
/// <param name="Cron">In the time of the office: seconds, minutes, hours, day of the month, month, day of the week.</param>
public sealed record TimedJob(string Name, string Cron, Missed Missed, Type Work)
{
    private CronExpression Times { get; } = new(Cron, Timetable.Office);

    public DateTimeOffset? NextAfter(DateTimeOffset moment) => Times.GetNextValidTimeAfter(moment);
}
