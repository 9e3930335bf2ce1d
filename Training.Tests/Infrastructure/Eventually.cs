namespace Training.Tests.Infrastructure;

/// <summary>Asks again until something that another process does in its own time has come true.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="every">How soon it asks again: often, where what is looked for does not last.</param>
    public static async Task Async(Func<Task<bool>> isTrue, CancellationToken ct, TimeSpan? every = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(every ?? TimeSpan.FromMilliseconds(200));
        while (!await isTrue())
            await timer.WaitForNextTickAsync(patience.Token);
    }
}
