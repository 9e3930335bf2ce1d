using Microsoft.Playwright;
using Training.Tests.Infrastructure;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Training.Tests.Infrastructure;

/// <summary>How large a person's screen is.</summary>
public enum Screen
{
    Desktop,
    Phone,
}

/// <summary>One Chromium for the whole run, started by the first test that needs it.</summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>How long a journey waits for anything. A busy machine may be slow; a page that never comes still fails.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Chromium)>> _started = new(StartAsync);

    /// <summary>What every Chromium of the tests is started with.</summary>
    internal static readonly IReadOnlyList<string> Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Chromium without its own windows: a quarter of the work of the whole browser, and the same pages.</summary>
    internal static string Executable => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium-headless-shell";

    /// <summary>Somebody's own browser: their cookies, screen and language.</summary>
    public async Task<IBrowserContext> NewContextAsync(Uri address, Screen screen, string language)
    {
        var (_, chromium) = await _started.Value;
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = $"{language}-BE",
            TimezoneId = "Europe/Brussels",

            // The provider of identities has a certificate that the tests made.
            IgnoreHTTPSErrors = true,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = screen == Screen.Phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 800 },
            IsMobile = screen == Screen.Phone,
            HasTouch = screen == Screen.Phone,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;

        var (playwright, chromium) = await _started.Value;
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        if (!File.Exists(Executable))
            throw new InvalidOperationException($"{Executable} is missing. ./dev test installs Chromium; CHROMIUM names another one.");

        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = Arguments,
        }));
    }
}
