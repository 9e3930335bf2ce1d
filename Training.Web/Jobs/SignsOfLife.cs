using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Jobs;

/// <summary>Notes from time to time that the process that does some work is still there, outside the work's own transaction.</summary>
public sealed partial class SignsOfLife(IServiceScopeFactory scopes, ILogger<SignsOfLife> log)
{
    /// <summary>Writes down the moment.</summary>
    public delegate Task Note(TrainingDbContext db, DateTimeOffset now, CancellationToken ended);

    /// <returns>What ends the signs when the work is over.</returns>
    public IAsyncDisposable Show(TimeSpan every, Note note) => new Shown(ended => ShowAsync(every, note, ended));

    private async Task ShowAsync(TimeSpan every, Note note, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
                await NoteAsync(note, ended);
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    // The work goes on, or ends by the same failure; the next sign may be seen.
    private async Task NoteAsync(Note note, CancellationToken ended)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await note(scope.ServiceProvider.GetRequiredService<TrainingDbContext>(), scope.ServiceProvider.GetRequiredService<OfficeClock>().Now, ended);
        }
        catch (Exception failure) when (DatabaseTrouble.IsIn(failure))
        {
            LogFailure(failure);
        }
    }

    private sealed class Shown : IAsyncDisposable
    {
        private readonly CancellationTokenSource _ended = new();
        private readonly Task _signs;

        public Shown(Func<CancellationToken, Task> show) => _signs = show(_ended.Token);

        public async ValueTask DisposeAsync()
        {
            await _ended.CancelAsync();
            await _signs;
            _ended.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Warning, "No sign of life could be given")]
    private partial void LogFailure(Exception failure);
}
