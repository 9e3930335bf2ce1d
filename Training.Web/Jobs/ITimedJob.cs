namespace Training.Web.Jobs;

/// <summary>A controller of the clock's: it calls a use case. It may run twice, or late, without harm: the database knows what is done.</summary>
public interface ITimedJob
{
    Task<JobReport> RunAsync(CancellationToken ct);
}

/// <param name="Done">How many records it changed.</param>
/// <param name="Findings">What somebody should look at, without personal data.</param>
public sealed record JobReport(int Done, params IReadOnlyList<string> Findings);
