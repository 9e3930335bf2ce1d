using System.Globalization;
using Training.Domain.Time;

namespace Training.Web.Jobs;

/// <summary>Names the years without a closing day.</summary>
public sealed class SchoolCalendarCheckJob(FindCalendarGaps find) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(0, [.. (await find.HandleAsync(ct)).Select(year => year.ToString(CultureInfo.InvariantCulture))]);
}
