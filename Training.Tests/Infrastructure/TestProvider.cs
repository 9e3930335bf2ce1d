using System.Net;
using System.Net.Sockets;
using Training.Provider;
using Training.Tests.Infrastructure;
using Xunit;

[assembly: AssemblyFixture(typeof(TestProvider))]

namespace Training.Tests.Infrastructure;

/// <summary>
/// One provider of identities for the whole run, on a port of its own: Microsoft.Identity.Web remembers what it has read of an issuer for
/// as long as the process lives.
/// </summary>
public sealed class TestProvider : IAsyncDisposable
{
    private readonly Lazy<Task<OpenIdProvider>> _started = new(() => OpenIdProvider.StartAsync(FreePort()));

    public Task<OpenIdProvider> GetAsync() => _started.Value;

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
            await (await _started.Value).DisposeAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
