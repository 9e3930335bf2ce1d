using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Training.Tests.Infrastructure;

/// <summary>The product as a process of its own that listens on loopback and keeps to the timetable, on a database that the test made.</summary>
internal sealed class RunningProduct : IAsyncDisposable
{
    private static readonly HttpClient Anybody = new();

    private readonly Process _process;
    private readonly Uri _address = new($"http://127.0.0.1:{TestProvider.FreePort()}");
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private RunningProduct(TestDatabase database, (string Name, string Value)[] settings)
    {
        // A file that may not grow then answers as a full disk does, and does not end the process.
        var start = new ProcessStartInfo("env", ["--ignore-signal=XFSZ", "dotnet", typeof(Program).Assembly.Location])
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
            await Eventually.Async(() => product.HasStartedAsync(ct), ct);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>As a proxy reaches it that speaks https with the world: what is asked of any host is asked here, and the product told of it.</summary>
    public HttpMessageHandler Behind() => new Proxy(_address);

    /// <summary>Somebody who has signed in at the demonstration. Redirects are not followed, so that a test sees them.</summary>
    public Task<HttpClient> ClientForAsync(string persona) =>
        new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _address }.SignedInAsAsync(persona);

    /// <summary>How large a file may become that it writes; nothing means any size.</summary>
    public Task LimitFilesAsync(long? bytes) => ExternalTool.RunAsync(
        "prlimit", string.Create(CultureInfo.InvariantCulture, $"--pid={_process.Id}"), $"--fsize={bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited"}:");

    /// <summary>Whether it serves and its scheduler runs.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            using var response = await Anybody.GetAsync(new Uri(_address, "health/ready"), ct);
            return response.IsSuccessStatusCode && (await response.Content.ReadAsStringAsync(ct)).Contains("\"scheduler\":\"Healthy\"", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
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
        TestContext.Current.TestOutputHelper?.WriteLine(await _output + await _errors);
        _process.Dispose();
    }

    private async Task<bool> HasStartedAsync(CancellationToken ct) => _process.HasExited
        ? throw new InvalidOperationException($"The product does not start:\n{await _output}{await _errors}")
        : await IsReadyAsync(ct);

    private sealed class Proxy(Uri node) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            request.Headers.Add("X-Forwarded-For", "192.0.2.1");
            request.Headers.Add("X-Forwarded-Proto", asked.Scheme);
            request.Headers.Add("X-Forwarded-Host", asked.Authority);
            request.RequestUri = new Uri(node, asked.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
