using Microsoft.Playwright;

namespace Training.Tests.Infrastructure;

/// <summary>Clicks that lead to another page.</summary>
public static class Following
{
    /// <summary>
    /// Clicks a link or the button of a form and goes on when the next page stands. A click alone returns while the old page is
    /// still there or nothing is, and whatever is counted then is counted too early.
    /// </summary>
    public static async Task FollowAsync(this ILocator control)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();

        control.Page.Load += Arrive;
        try
        {
            await control.ClickAsync();
            await arrived.Task.WaitAsync(Browser.Patience);
        }
        finally
        {
            control.Page.Load -= Arrive;
        }
    }
}
