using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Training.Benchmarks;

/// <summary>The product in a process of its own: sample school, a free port of loopback, SQLite in a temporary folder unless another database is named.</summary>
internal sealed class ProductServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort()}");
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ProductServer(string provider, string? connectionString, (string Name, string Value)[] settings)
    {
        var start = Start(provider, connectionString ?? $"Data Source={_folder.PathOf("training.db")}");
        start.Environment["Urls"] = _address.AbsoluteUri;
        start.Environment["Mail__Pickup"] = _folder.PathOf("mail");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        (_output, _error) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
    }

    public static Task<ProductServer> StartAsync(CancellationToken ct) => StartOnAsync("Sqlite", null, ct);

    /// <summary>On a database that others may use too.</summary>
    /// <param name="settings">As variables of the environment write them: <c>Samples__Skip</c>.</param>
    public static async Task<ProductServer> StartOnAsync(
        string provider, string? connectionString, CancellationToken ct, params (string Name, string Value)[] settings)
    {
        var server = new ProductServer(provider, connectionString, settings);
        try
        {
            await server.UntilReadyAsync(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings a database up to date by the product's own command.</summary>
    public static Task MigrateAsync(string provider, string connectionString, CancellationToken ct) => CommandAsync(provider, connectionString, "migrate", ct);

    /// <summary>The same executable as it starts and ends without anything to do.</summary>
    public static Task HelpAsync(CancellationToken ct) => CommandAsync("Sqlite", "Data Source=:memory:", "--help", ct);

    private static async Task CommandAsync(string provider, string connectionString, string verb, CancellationToken ct)
    {
        using var process = Process.Start(Start(provider, connectionString, verb))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
            throw new BenchmarkFailed($"The command {verb} failed:\n{await output}{await error}");
    }

    /// <summary>What the process holds in memory now, in MB.</summary>
    public double MemoryMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    public Uri AddressOf(string path) => new(_address, path);

    /// <summary>A browser that shares its cookies with others.</summary>
    public HttpClient Browse(CookieContainer cookies) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = _address };

    /// <summary>Somebody of the demonstration, signed in.</summary>
    public async Task<HttpClient> SignedInAsync(string persona, CancellationToken ct)
    {
        var http = Browse(new CookieContainer());
        await SignInAsync(http, persona, ct);
        return http;
    }

    /// <summary>Makes a browser that of somebody of the demonstration.</summary>
    public static async Task SignInAsync(HttpClient browser, string persona, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent([new("persona", persona)]);
        using var answer = await browser.PostAsync(new Uri("/demo/sign-in", UriKind.Relative), form, ct);
    }

    public async ValueTask DisposeAsync()
    {
        ExternalTool.Stop(_process);
        await Task.WhenAll(_output, _error);
        _process.Dispose();
        _folder.Dispose();
    }

    private static ProcessStartInfo Start(string provider, string connectionString, params string[] arguments)
    {
        var project = Path.Combine(Root(), "Training.Web");
        var start = new ProcessStartInfo("dotnet", [ProgramIn(project), .. arguments]) { WorkingDirectory = project, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Database__Provider"] = provider;
        start.Environment["ConnectionStrings__Training"] = connectionString;
        return start;
    }

    private async Task UntilReadyAsync(CancellationToken ct)
    {
        using var client = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var waiting = Stopwatch.StartNew();
        while (await timer.WaitForNextTickAsync(ct))
        {
            if (_process.HasExited)
                throw new BenchmarkFailed($"The product does not start:\n{await _output}{await _error}");
            if (await IsReadyAsync(client, ct))
                return;
            if (waiting.Elapsed > Patience)
                throw new BenchmarkFailed($"The product is not ready after {Patience.TotalMinutes} minutes.");
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken ct)
    {
        try
        {
            using var response = await client.GetAsync(AddressOf("/health/ready"), ct);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Built in the same configuration as this program: …/bin/CONFIGURATION/FRAMEWORK/.
    private static string ProgramIn(string project)
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(project, "bin", here.Parent!.Name, here.Name, "Training.Web.dll");
    }

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Training.sln")))
                return folder.FullName;
        }

        throw new BenchmarkFailed("Training.sln is not in any folder above this program.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
