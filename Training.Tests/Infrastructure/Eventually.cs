namespace Training.Tests.Infrastructure;

/// <summary>Asks again until something that another process does in its own time has come true.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task Async(Func<Task<bool>> isTrue, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await isTrue())
            await timer.WaitForNextTickAsync(patience.Token);
    }
}
