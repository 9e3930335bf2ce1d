using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Shouldly;

namespace Training.Tests.Infrastructure;

/// <summary>A Chromium of its own process with a profile on disk, as on a phone: it can be killed, and started again where it was.</summary>
public sealed class KillableBrowser : IAsyncDisposable
{
    private readonly Uri _address;
    private readonly string _profile = TemporaryFiles.NewFolder();
    private readonly IPlaywright _playwright;
    private Process _process = null!;
    private IBrowser _browser = null!;
    private bool _isUnplugged;

    private KillableBrowser(IPlaywright playwright, Uri address) => (_playwright, _address) = (playwright, address);

    private IBrowserContext Context => _browser.Contexts[0];

    public static async Task<KillableBrowser> StartAsync(Uri address)
    {
        var browser = new KillableBrowser(await Playwright.CreateAsync(), address);
        await browser.LaunchAsync();
        return browser;
    }

    /// <summary>A page of somebody who has signed in.</summary>
    public async Task<IPage> OpenAsync(string persona)
    {
        var form = Context.APIRequest.CreateFormData();
        form.Set("persona", persona);
        (await Context.APIRequest.PostAsync(new Uri(_address, "/demo/sign-in").ToString(), new() { Form = form, MaxRedirects = 0 })).Status.ShouldBeInRange(300, 399);
        return await NewPageAsync();
    }

    public Task UnplugAsync() => Context.SetOfflineAsync(_isUnplugged = true);

    public Task PlugInAsync() => Context.SetOfflineAsync(_isUnplugged = false);

    /// <summary>
    /// Ends the process without a word, and starts another on the same profile and with the same network. A sign-in lasts as long as
    /// its browser: the new one has none, whether or not Chromium got round to keeping the cookie.
    /// </summary>
    public async Task<IPage> KillAndStartAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await LaunchAsync();
        await Context.SetOfflineAsync(_isUnplugged);
        await Context.ClearCookiesAsync();
        return await NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _playwright.Dispose();
    }

    private async Task<IPage> NewPageAsync()
    {
        var page = await Context.NewPageAsync();
        await page.SetViewportSizeAsync(360, 740);
        return page;
    }

    private async Task LaunchAsync()
    {
        var port = FreePort();
        _process = Process.Start(new ProcessStartInfo(Browser.Executable,
        [
            .. Browser.Arguments, "--headless", "--no-default-browser-check", "--lang=fr-BE", $"--remote-debugging-port={port}", $"--user-data-dir={_profile}", "about:blank",
        ])
        {
            RedirectStandardError = true,
        })!;

        // Chromium says on which address it listens once it does.
        while (await _process.StandardError.ReadLineAsync() is { } line && !line.Contains("DevTools listening", StringComparison.Ordinal))
        {
        }

        _ = _process.StandardError.ReadToEndAsync();
        _browser = await _playwright.Chromium.ConnectOverCDPAsync($"http://127.0.0.1:{port}");
        Context.SetDefaultTimeout((float)Browser.Patience.TotalMilliseconds);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
