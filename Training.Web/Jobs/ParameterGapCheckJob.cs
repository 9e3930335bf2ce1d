using System.Globalization;
using Training.Domain.Parameters;

namespace Training.Web.Jobs;

/// <summary>Names the figures that will have no value soon.</summary>
public sealed class ParameterGapCheckJob(FindParameterGaps find) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) =>
        new(0, [.. (await find.HandleAsync(ct)).Select(gap => string.Create(CultureInfo.InvariantCulture, $"{gap.Key} {gap.From:yyyy-MM-dd}"))]);
}
