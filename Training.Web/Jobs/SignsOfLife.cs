using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Jobs;

/// <summary>Notes from time to time that the process that does some work is still there, outside the work's own transaction.</summary>
public sealed partial class SignsOfLife(IServiceScopeFactory scopes, ILogger<SignsOfLife> log)
{
    /// <param name="note">Writes down the moment.</param>
    public async Task ShowAsync(TimeSpan every, Func<TrainingDbContext, DateTimeOffset, Task> note, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
                await NoteAsync(note);
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    // The work goes on, or ends by the same failure; the next sign may be seen.
    private async Task NoteAsync(Func<TrainingDbContext, DateTimeOffset, Task> note)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await note(scope.ServiceProvider.GetRequiredService<TrainingDbContext>(), scope.ServiceProvider.GetRequiredService<OfficeClock>().Now);
        }
        catch (Exception failure) when (DatabaseTrouble.IsIn(failure))
        {
            LogFailure(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "No sign of life could be given")]
    private partial void LogFailure(Exception failure);
}
