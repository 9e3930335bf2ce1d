using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Training.Tests.Infrastructure;

/// <summary>The product as a process of its own that listens on loopback and keeps to the timetable, on a database that the test made.</summary>
internal sealed class RunningProduct : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort()}");
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private RunningProduct(TestDatabase database, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.PathOf("Training.Web"),
            Environment =
            {
                ["DOTNET_ENVIRONMENT"] = "Test",
                ["ASPNETCORE_ENVIRONMENT"] = "Test",
                ["Urls"] = _address.AbsoluteUri,
                ["Database__Provider"] = database.Engine.ToString(),
                ["ConnectionStrings__Training"] = database.ConnectionString,
                ["SignIn__Mode"] = "Demo",
                ["Samples__Skip"] = "true",
                ["Mail__Pickup"] = TemporaryFiles.NewFolder(),
            },
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        (_output, _errors) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
    }

    /// <summary>As the scheduler names it: the name of the machine, the number of the process, and more.</summary>
    public string NodePrefix => string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{_process.Id}-");

    /// <param name="settings">As variables of the environment write them: <c>Jobs__CheckIn</c>.</param>
    public static async Task<RunningProduct> StartOnAsync(TestDatabase database, CancellationToken ct, params (string Name, string Value)[] settings)
    {
        var product = new RunningProduct(database, settings);
        try
        {
            using var client = new HttpClient();
            await Eventually.Async(() => product.IsReadyAsync(client, ct), ct);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <c>kill -9</c> does: it has no time for a last word.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        await Task.WhenAll(_output, _errors);
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken ct)
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"The product does not start:\n{await _output}{await _errors}");

        try
        {
            using var response = await client.GetAsync(new Uri(_address, "health/ready"), ct);
            return response.IsSuccessStatusCode && (await response.Content.ReadAsStringAsync(ct)).Contains("\"scheduler\":\"Healthy\"", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
